import { newId } from "@rialto/contracts/kernel/ids";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { UniqueConflict } from "@rialto/persistence/errors";
import type { Cause } from "@rialto/persistence/store.types";
import { emailKey } from "../domain/email-key.ts";
import { openAccount } from "../domain/open-account.ts";
import { renewInvitation } from "../domain/renew-invitation.ts";
import type { Accounts } from "../store/accounts.ts";
import { hashOfSecret, newSecret } from "./secrets.ts";
import { stepOf } from "./step-of.ts";

export interface InviteDeps {
  readonly accounts: Accounts;
  readonly invitationDays: number;
}

export interface Invite {
  readonly email: string;
  readonly name: LocalizedName;
  readonly language: "en" | "zh";
  readonly fairId: string;
  /** For which organization, once the account's id is known; absent: to run the fair. */
  readonly organizationIdFor?: (accountId: string) => string;
  readonly asOrganizer: boolean;
  readonly now: string;
  readonly cause: Cause;
}

export interface Invited {
  readonly accountId: string;
  /** Absent when the person already has a way in. */
  readonly invitation?: { readonly token: string; readonly expiresAt: string };
}

type Scope = Pick<Invite, "fairId" | "asOrganizer" | "now" | "cause"> & { readonly organizationId?: string | undefined };

function issue({ invitationDays }: InviteDeps, { fairId, organizationId, now }: Scope) {
  const token = newSecret();
  const expiresAt = new Date(Date.parse(now) + invitationDays * 86_400_000).toISOString();
  const facts = { tokenHash: hashOfSecret(token), expiresAt, fairId, organizationId };
  return { shown: { token, expiresAt }, facts };
}

/** Ends the invitation that an account has and gives another one. Throws `INVITATION_NOT_NEEDED`. */
export async function inviteAgain(deps: InviteDeps, accountId: string, scope: Scope) {
  const { shown, facts } = issue(deps, scope);
  const command = { invitation: facts, asOrganizer: scope.asOrganizer };
  await deps.accounts.store.update(accountId, (state) => renewInvitation(command, state), stepOf(scope.cause));
  return shown;
}

async function inviteKnown(deps: InviteDeps, accountId: string, scope: Scope): Promise<Invited> {
  try {
    return { accountId, invitation: await inviteAgain(deps, accountId, scope) };
  } catch (error) {
    if (error instanceof Refusal && error.code === "INVITATION_NOT_NEEDED") return { accountId };
    throw error;
  }
}

async function inviteNew(deps: InviteDeps, invite: Invite): Promise<Invited> {
  const { email, name, language, organizationIdFor, now, cause } = invite;
  const accountId = newId();
  const { shown, facts } = issue(deps, { ...invite, organizationId: organizationIdFor?.(accountId) });
  const command = { accountId, email, name, language, access: { invitation: facts }, now };
  await deps.accounts.store.update(accountId, (state) => openAccount(command, state), stepOf(cause));
  return { accountId, invitation: shown };
}

/** The account of this e-mail address; somebody new gets one with an invitation instead of a password. */
export async function invite(deps: InviteDeps, request: Invite): Promise<Invited> {
  const known = async () => {
    const account = await deps.accounts.byEmailKey(emailKey(request.email));
    if (account === undefined) return undefined;
    return inviteKnown(deps, account.id, { ...request, organizationId: request.organizationIdFor?.(account.id) });
  };
  const invited = await known();
  if (invited !== undefined) return invited;
  try {
    return await inviteNew(deps, request);
  } catch (error) {
    if (!(error instanceof UniqueConflict)) throw error;
    const faster = await known();
    if (faster === undefined) throw error;
    return faster;
  }
}
