import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { ExistingAccount } from "../domain/account.ts";
import type { Accounts } from "../store/accounts.ts";

export async function currentAccount(accounts: Accounts, accountId: string): Promise<ExistingAccount> {
  const { state } = await accounts.store.load(accountId);
  if (state.status === "none") throw refuseInRegistry("ACCOUNT_NOT_FOUND");
  return state;
}
