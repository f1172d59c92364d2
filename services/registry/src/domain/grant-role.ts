import type { Grant } from "@rialto/contracts/kernel/policy";
import { roleGranted } from "@rialto/contracts/registry/events";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { type Account, type AccountEvent, sameRole } from "./account.ts";

/** All grants travel in every access token, which travels in a header of every request. */
const MOST_GRANTS = 64;

export interface GrantRole {
  readonly grant: Grant;
  readonly now: string;
}

export function grantRole({ grant, now }: GrantRole, state: Account): AccountEvent[] {
  if (state.status === "none") throw refuseInRegistry("ACCOUNT_NOT_FOUND");
  if (state.grants.some((held) => sameRole(held, grant))) return [];
  if (state.grants.length >= MOST_GRANTS) throw refuseInRegistry("ROLE_LIMIT_REACHED");
  return [roleGranted.draft({ accountId: state.id, ...grant, grantedAt: now })];
}
