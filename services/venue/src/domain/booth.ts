import type { DraftOf } from "@rialto/contracts/kernel/event";
import {
  boothAssigned,
  boothBlocked,
  boothHeld,
  boothPlanned,
  boothReleased,
  boothUnblocked,
} from "@rialto/contracts/venue/events";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";

type Planned = DraftOf<typeof boothPlanned>["data"];

interface BoothFacts extends Omit<Planned, "boothId" | "plannedAt"> {
  readonly id: string;
}

export type AvailableBooth = BoothFacts & { readonly status: "available" };
export type HeldBooth = BoothFacts & { readonly status: "held"; readonly organizationId: string; readonly holdExpiresAt: string };
export type AssignedBooth = BoothFacts & { readonly status: "assigned"; readonly organizationId: string };
export type BlockedBooth = BoothFacts & { readonly status: "blocked"; readonly reason: string };
export type ExistingBooth = AvailableBooth | HeldBooth | AssignedBooth | BlockedBooth;
export type Booth = { readonly status: "none" } | ExistingBooth;

export const boothDefinitions = [boothPlanned, boothHeld, boothAssigned, boothReleased, boothBlocked, boothUnblocked] as const;
export type BoothEvent = DraftOf<(typeof boothDefinitions)[number]>;

export const noBooth: Booth = { status: "none" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

const factsOf = ({ id, fairId, hallId, zoneId, code, kind, outline, meetingCapacity }: BoothFacts): BoothFacts => ({
  id,
  fairId,
  hallId,
  zoneId,
  code,
  kind,
  outline,
  meetingCapacity,
});

export function evolveBooth(state: Booth, event: BoothEvent): Booth {
  if (event.type === boothPlanned.type) return { ...factsOf({ ...event.data, id: event.data.boothId }), status: "available" };
  if (state.status === "none") return state;
  const facts = factsOf(state);
  switch (event.type) {
    case boothHeld.type: {
      const { organizationId, holdExpiresAt } = event.data;
      return { ...facts, status: "held", organizationId, holdExpiresAt };
    }
    case boothAssigned.type:
      return { ...facts, status: "assigned", organizationId: event.data.organizationId };
    case boothBlocked.type:
      return { ...facts, status: "blocked", reason: event.data.reason };
    case boothReleased.type:
    case boothUnblocked.type:
      return { ...facts, status: "available" };
    default:
      return unhandled(event);
  }
}

/** The booth, if it stands at this fair; one of another fair is not told apart from none. */
export function atFair(fairId: string, state: Booth): ExistingBooth {
  if (state.status === "none" || state.fairId !== fairId) throw refuseInVenue("BOOTH_NOT_FOUND");
  return state;
}

/** From its last instant on a hold is over, whether or not anybody has swept it. */
export const holdIsOver = ({ holdExpiresAt }: HeldBooth, now: string): boolean => now >= holdExpiresAt;
