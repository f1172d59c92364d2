import { newId } from "@rialto/contracts/kernel/ids";
import { percentile, printTable } from "@rialto/persistence/bench/figures";
import type { BookedMeeting, Meeting, ScheduledMeeting } from "../src/domain/meeting.ts";
import { tallyOf } from "../src/domain/tally.ts";
import { countMeetings } from "../src/store/meeting-counts.ts";
import type { Meetings } from "../src/store/meetings.ts";
import { aFair, slotsOfDay } from "../test/builders.ts";
import { documentOf } from "./scenes.ts";

const batch = 5_000;

/** How long the organizer's counters take at a fair with so many meetings. */
export async function benchCounters(meetings: Meetings, count = 60_000, looks = 50): Promise<void> {
  const fair = aFair({ slots: [1, 2, 3].flatMap((day) => slotsOfDay(16, day)) });
  const zones = Array.from({ length: 5 }, () => newId());
  for (let from = 0; from < count; from += batch) {
    const some = Array.from({ length: batch }, (_, at) => documentOf(tallied(aMeeting(fair, zones, from + at))));
    await meetings.model.collection.insertMany(some as never[], { ordered: false });
  }
  const latencies: number[] = [];
  for (let look = 0; look < looks; look += 1) {
    const begun = performance.now();
    await countMeetings(meetings, fair.fairId);
    latencies.push(performance.now() - begun);
  }
  printTable(`Counters of a fair with ${count} meetings, ${looks} looks`, [
    ["", "p50 ms", "p99 ms"],
    ["countMeetings", percentile(latencies, 0.5).toFixed(1), percentile(latencies, 0.99).toFixed(1)],
  ]);
}

const tallied = (meeting: BookedMeeting): Meeting => ({
  ...meeting,
  tally: tallyOf({ status: meeting.status, slotId: meeting.slotId, zoneId: meeting.place.zoneId }),
});

function aMeeting(fair: ReturnType<typeof aFair>, zones: readonly string[], number: number): BookedMeeting {
  const [slot] = [fair.slots[number % fair.slots.length]] as [(typeof fair.slots)[0]];
  const side = () => ({ organizationId: newId(), representativeId: newId() });
  const [requester, recipient] = [side(), side()];
  const booking = {
    meetingId: newId(),
    fairId: fair.fairId,
    requester,
    recipient,
    recipientOrganizationId: recipient.organizationId,
    organizationIds: [requester.organizationId, recipient.organizationId],
    representativeIds: [requester.representativeId, recipient.representativeId],
    proposedSlotIds: [slot.slotId],
    quotaNumber: 1,
    requestedAt: slot.startsAt,
    expiresAt: slot.endsAt,
    ...slot,
    place: { kind: "booth" as const, boothId: newId(), code: "A-001", zoneId: zones[number % zones.length] as string, seat: 1 },
    checkedIn: [],
    awaitedFrom: slot.startsAt,
    tally: "",
  };
  const scheduled: ScheduledMeeting = { ...booking, status: "scheduled", active: true, claims: [`bench:${number}`] };
  if (number % 3 === 0) return { ...scheduled, status: "held", heldAt: slot.startsAt };
  if (number % 20 === 1) return { ...booking, status: "missed", active: false, noShows: ["requester"] };
  return scheduled;
}
