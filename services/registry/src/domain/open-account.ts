import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { accountOpened } from "@rialto/contracts/registry/events";
import type { Account, AccountEvent } from "./account.ts";
import { emailKey } from "./email-key.ts";
import { accountCreated, type InvitationFacts } from "./private-events.ts";

export interface OpenAccountCommand {
  readonly accountId: string;
  readonly email: string;
  readonly name: LocalizedName;
  readonly language: "en" | "zh";
  readonly operator?: boolean;
  /** How the person gets in: with a password already hashed, or later by an invitation. */
  readonly access: { readonly passwordHash: string } | { readonly invitation: InvitationFacts };
  readonly now: string;
}

/** Says nothing when the account exists. That an e-mail has one account only is kept by a unique index. */
export function openAccount(command: OpenAccountCommand, state: Account): AccountEvent[] {
  if (state.status !== "none") return [];
  const { accountId, email, name, language, operator = false, access, now } = command;
  return [
    accountCreated.draft({ accountId, email, emailKey: emailKey(email), name, language, operator, access }),
    accountOpened.draft({ accountId, language, openedAt: now }),
  ];
}
