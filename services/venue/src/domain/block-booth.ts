import { boothBlocked } from "@rialto/contracts/venue/events";
import { atFair, type Booth, type BoothEvent, type ExistingBooth } from "./booth.ts";
import { released } from "./releasing.ts";

export interface BlockBooth {
  readonly fairId: string;
  readonly reason: string;
  readonly now: string;
}

const vacated = (booth: ExistingBooth, note: string, now: string): BoothEvent[] =>
  booth.status === "held" || booth.status === "assigned" ? [released(booth, { reason: "releasedByOrganizer", note, now })] : [];

export function blockBooth({ fairId, reason, now }: BlockBooth, state: Booth): BoothEvent[] {
  const booth = atFair(fairId, state);
  if (booth.status === "blocked" && booth.reason === reason) return [];
  return [...vacated(booth, reason, now), boothBlocked.draft({ boothId: booth.id, fairId, reason, blockedAt: now })];
}
