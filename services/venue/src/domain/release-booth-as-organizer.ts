import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { atFair, type Booth, type BoothEvent } from "./booth.ts";
import { released } from "./releasing.ts";

export interface ReleaseBoothAsOrganizer {
  readonly fairId: string;
  readonly reason: string;
  readonly now: string;
}

export function releaseBoothAsOrganizer(command: ReleaseBoothAsOrganizer, state: Booth): BoothEvent[] {
  const { fairId, reason: note, now } = command;
  const booth = atFair(fairId, state);
  if (booth.status === "blocked") throw refuseInVenue("BOOTH_IS_BLOCKED");
  return booth.status === "available" ? [] : [released(booth, { reason: "releasedByOrganizer", note, now })];
}
