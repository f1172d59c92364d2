import type { EnvelopeOf } from "@rialto/contracts/kernel/event";
import type { boothAssigned, boothReleased } from "@rialto/contracts/venue/events";
import type { Booth } from "./place.ts";

export type BoothNews = EnvelopeOf<typeof boothAssigned> | EnvelopeOf<typeof boothReleased>;

/** A booth is a meeting location while it is assigned; otherwise it is not known here. */
export function boothAfter(_: Booth | undefined, news: BoothNews): Booth | undefined {
  if (news.type === "venue.booth-released.v1") return undefined;
  const { boothId, fairId, organizationId, hallId, zoneId, code, meetingCapacity } = news.data;
  return { boothId, fairId, organizationId, hallId, zoneId, code, capacity: meetingCapacity };
}
