import type { Agreement, ExistingAgreement } from "./agreement.ts";
import { refuse } from "./refuse.ts";

/** For whom somebody acts: the organizations of the caller's grants at the fair. */
export interface ActingParty {
  readonly fairId: string;
  readonly organizationIds: readonly string[];
}

/** AGREEMENT_NOT_FOUND: no such agreement at this fair. */
export function existing(fairId: string, state: Agreement): ExistingAgreement {
  if (state.status === "none" || state.fairId !== fairId) throw refuse("AGREEMENT_NOT_FOUND");
  return state;
}

/**
 * The agreement and the party that the caller acts for. A stranger is not told that the agreement exists:
 * AGREEMENT_NOT_FOUND.
 */
export function asParty(
  { fairId, organizationIds }: ActingParty,
  state: Agreement,
): { agreement: ExistingAgreement; organizationId: string } {
  const agreement = existing(fairId, state);
  const party = agreement.parties.find(({ organizationId }) => organizationIds.includes(organizationId));
  if (party === undefined) throw refuse("AGREEMENT_NOT_FOUND");
  return { agreement, organizationId: party.organizationId };
}

/** NOT_THE_DRAFTING_SIDE: the other party may release or reject, not rewrite. */
export function asDrafter(by: ActingParty, state: Agreement): ExistingAgreement {
  const { agreement, organizationId } = asParty(by, state);
  if (agreement.draftedBy !== organizationId) throw refuse("NOT_THE_DRAFTING_SIDE");
  return agreement;
}
