import { newId } from "@rialto/contracts/kernel/ids";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { UniqueConflict } from "@rialto/persistence/errors";
import type { Cause } from "@rialto/persistence/store.types";
import type { ExistingAccount } from "../domain/account.ts";
import { checkPassword } from "../domain/check-password.ts";
import { emailKey } from "../domain/email-key.ts";
import { openAccount } from "../domain/open-account.ts";
import { type Proof, type ProofDeps, provePassword } from "./prove-password.ts";
import { stepOf } from "./step-of.ts";

export interface Newcomer extends Proof {
  readonly name: LocalizedName;
  readonly language: "en" | "zh";
}

/** Whoever registers with an address that is known must show that it is theirs. */
async function proveOwn(deps: ProofDeps, newcomer: Newcomer): Promise<ExistingAccount> {
  try {
    return await provePassword(deps, newcomer);
  } catch (error) {
    if (error instanceof Refusal && error.code === "CREDENTIALS_WRONG") throw refuseInRegistry("EMAIL_HAS_ACCOUNT");
    throw error;
  }
}

async function open({ accounts, passwords }: ProofDeps, newcomer: Newcomer, cause: Cause): Promise<ExistingAccount> {
  const { email, password, name, language, now } = newcomer;
  checkPassword(password, email);
  const access = { passwordHash: await passwords.hash(password) };
  const accountId = newId();
  const command = { accountId, email, name, language, access, now };
  const { state } = await accounts.store.update(accountId, (account) => openAccount(command, account), stepOf(cause));
  if (state.status === "none") throw new Error("an opened account is not there");
  return state;
}

/** The account of somebody who registers: opened now, or known and proved. Sent again, it finds what was opened before. */
export async function openOrProve(deps: ProofDeps, newcomer: Newcomer, cause: Cause): Promise<ExistingAccount> {
  const known = await deps.accounts.byEmailKey(emailKey(newcomer.email));
  if (known !== undefined) return proveOwn(deps, newcomer);
  try {
    return await open(deps, newcomer, cause);
  } catch (error) {
    if (error instanceof UniqueConflict) return proveOwn(deps, newcomer);
    throw error;
  }
}
