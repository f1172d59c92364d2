import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { ExistingAccount, OpenAccount } from "../domain/account.ts";
import { emailKey } from "../domain/email-key.ts";
import type { SignInGuard } from "../sessions/sign-in-guard.ts";
import type { Accounts } from "../store/accounts.ts";
import type { Passwords } from "./passwords.ts";

export interface ProofDeps {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly guard: SignInGuard;
}

export interface Proof {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly now: string;
}

const hashOf = (account: ExistingAccount | undefined) => (account?.status === "open" ? account.passwordHash : undefined);

/**
 * The account that these credentials open. Throws `CREDENTIALS_WRONG`, after the same time whether or not the address is
 * known, or `TOO_MANY_SIGN_INS`. Every place that compares a password goes through here, or it could be guessed there.
 */
export async function provePassword({ accounts, passwords, guard }: ProofDeps, proof: Proof): Promise<OpenAccount> {
  const key = emailKey(proof.email);
  const attempt = await guard.letThrough({ emailKey: key, address: proof.address, now: proof.now });
  const account = await accounts.byEmailKey(key);
  const right = await passwords.prove(proof.password, hashOf(account));
  if (!right || account?.status !== "open") throw refuseInRegistry("CREDENTIALS_WRONG");
  await attempt.succeeded();
  return account;
}
