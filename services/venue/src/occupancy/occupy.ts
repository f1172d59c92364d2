import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { UniqueConflict } from "@rialto/persistence/errors";
import type { Cause, Written } from "@rialto/persistence/store.types";
import type { VenueDeps } from "../deps.ts";
import { type Booth, type BoothEvent, type HeldBooth, holdIsOver } from "../domain/booth.ts";
import { expireHold } from "../domain/expire-hold.ts";
import type { KnownOrganization } from "../domain/verified-exhibitor.ts";
import { ONE_HOLD_INDEX } from "../store/booths.ts";
import { releaseIfRejected } from "./release-if-rejected.ts";
import { stepOf } from "./step-of.ts";

export interface Occupy {
  readonly fairId: string;
  readonly boothId: string;
  readonly organizationId: string;
  readonly decide: (organization: KnownOrganization | undefined) => (state: Booth) => BoothEvent[];
  readonly now: string;
  readonly cause: Cause;
}

/** Between the index's refusal and the look at its reason, the other hold may end; then it is tried again. */
const ATTEMPTS = 5;

const stillHolds = ({ id, code, holdExpiresAt }: HeldBooth) =>
  refuseInVenue("HOLD_LIMIT_REACHED", { boothId: id, code, holdExpiresAt });

/** Ends the organization's other hold if its time is over; otherwise refuses and names it. */
async function clearOtherHold({ booths }: VenueDeps, { fairId, organizationId, now, cause }: Occupy): Promise<void> {
  const other = await booths.heldBy(fairId, organizationId);
  if (other === undefined) return;
  if (!holdIsOver(other, now)) throw stillHolds(other);
  await booths.store.update(other.id, (state) => expireHold({ now }, state), stepOf(cause));
}

async function write(deps: VenueDeps, occupy: Occupy, decide: (state: Booth) => BoothEvent[]): Promise<Written<Booth>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await deps.booths.store.update(occupy.boothId, decide, occupy.cause);
    } catch (error) {
      const lost = error instanceof UniqueConflict && error.index === ONE_HOLD_INDEX;
      if (!lost || attempt === ATTEMPTS) throw error;
      await clearOtherHold(deps, occupy);
    }
  }
}

/**
 * Gives a booth to an organization, held or assigned. The organization is looked at again after the write: one that was
 * rejected in between loses the booth at once, since its rejection may already have released all that it had.
 */
export async function occupyBooth(deps: VenueDeps, occupy: Occupy): Promise<Written<Booth>> {
  const { organizationId, cause } = occupy;
  const organization = await deps.organizations.get(organizationId);
  const written = await write(deps, occupy, occupy.decide(organization));
  if (await releaseIfRejected(deps, organizationId, cause)) throw refuseInVenue("EXHIBITOR_NOT_VERIFIED");
  return written;
}
