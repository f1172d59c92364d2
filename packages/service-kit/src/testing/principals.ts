import { newId } from "@rialto/contracts/kernel/ids";
import type { Grant, Principal } from "@rialto/contracts/kernel/policy";

export const buildPrincipal = (overrides: Partial<Principal> = {}): Principal => ({
  accountId: newId(),
  operator: false,
  grants: [],
  ...overrides,
});

export const buildOperator = (): Principal => buildPrincipal({ operator: true });

/** Somebody with one role at one fair. */
export const buildParticipant = (grant: Grant): Principal => buildPrincipal({ grants: [grant] });
