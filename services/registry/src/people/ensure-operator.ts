import { newId } from "@rialto/contracts/kernel/ids";
import type { Cause } from "@rialto/persistence/store.types";
import type { Account } from "../domain/account.ts";
import { changePassword } from "../domain/change-password.ts";
import { emailKey } from "../domain/email-key.ts";
import { openAccount } from "../domain/open-account.ts";
import type { Accounts } from "../store/accounts.ts";
import type { Passwords } from "./passwords.ts";

export interface OperatorDeps {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
}

export interface OperatorCredentials {
  readonly email: string;
  readonly password: string;
}

/** An address that somebody has registered must not become the operator's: their password would open everything. */
const isOperator = (account: Account): boolean => account.status === "open" && account.operator;

/**
 * Makes the operator's account from configuration, or gives it the configured password. Several replicas may do it at
 * once: the one that comes second finds the account of the first. Throws when the address belongs to somebody else.
 */
export async function ensureOperator(
  { accounts, passwords }: OperatorDeps,
  { email, password }: OperatorCredentials,
  now: string,
  cause: Cause,
): Promise<void> {
  const known = await accounts.byEmailKey(emailKey(email));
  const name = { en: "Operator", zh: "运营者" };
  if (known === undefined) {
    const accountId = newId();
    const access = { passwordHash: await passwords.hash(password) };
    const command = { accountId, email, name, language: "en", operator: true, access, now } as const;
    await accounts.store.update(accountId, (state) => openAccount(command, state), cause);
    return;
  }
  if (known.status !== "open" || !isOperator(known)) throw new Error("OPERATOR_EMAIL belongs to the account of somebody else");
  if (await passwords.prove(password, known.passwordHash)) return;
  const command = { provedAgainst: known.passwordHash, passwordHash: await passwords.hash(password), now };
  await accounts.store.update(known.id, (state) => changePassword(command, state), cause);
}
