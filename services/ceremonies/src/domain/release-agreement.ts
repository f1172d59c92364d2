import { agreementPartyReleased, agreementReleased } from "@rialto/contracts/ceremonies/events";
import type { Announcement } from "@rialto/contracts/ceremonies/values";
import { type Agreement, type AgreementEvent, type ExistingAgreement, identityOf } from "./agreement.ts";
import { type ActingParty, asParty } from "./party-access.ts";
import { refuse } from "./refuse.ts";

export interface ReleaseAgreement {
  readonly by: ActingParty;
  readonly announcement: Announcement;
  readonly now: string;
}

/** The strictest word holds: what one party keeps back is not announced. */
export const strictest = (announcements: readonly Announcement[]): Announcement => {
  const agreement = announcements.every((one) => one.agreement);
  return { agreement, amount: agreement && announcements.every((one) => one.amount) };
};

/** Each party releases for itself; the last one to do so releases the agreement. */
export function releaseAgreement({ by, announcement, now }: ReleaseAgreement, state: Agreement): AgreementEvent[] {
  const { agreement, organizationId } = asParty(by, state);
  if (agreement.status !== "sent") throw refuse("AGREEMENT_NOT_SENT", { status: agreement.status });
  if (organizationId in agreement.releases) throw refuse("ALREADY_RELEASED");
  if (announcement.amount && !announcement.agreement) throw refuse("AMOUNT_NEEDS_ANNOUNCEMENT");
  const identity = identityOf(agreement);
  const released = agreementPartyReleased.draft({ ...identity, organizationId, announcement, releasedAt: now });
  const releases = { ...agreement.releases, [organizationId]: announcement };
  return isComplete(agreement, releases) ? [released, allReleased(agreement, Object.values(releases), now)] : [released];
}

const isComplete = ({ parties }: ExistingAgreement, releases: Readonly<Record<string, Announcement>>): boolean =>
  parties.every(({ organizationId }) => organizationId in releases);

function allReleased(agreement: ExistingAgreement & { textDigest: string }, announcements: Announcement[], now: string) {
  const { terms, parties, textDigest } = agreement;
  const announcement = strictest(announcements);
  return agreementReleased.draft({
    ...identityOf(agreement),
    terms,
    parties: [...parties],
    announcement,
    textDigest,
    releasedAt: now,
  });
}
