import type { EnvelopeOf } from "@rialto/contracts/kernel/event";
import { meetingCancelled, meetingMissed, meetingRescheduled } from "@rialto/contracts/matchmaking/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import type { MatchmakingDeps } from "../deps.ts";
import { freedBy } from "../domain/freed-slot.ts";
import { announceSlot, openingIdOf } from "../domain/slot-opening.ts";
import { requestsWanting } from "../store/requests-wanting.ts";

const announceFreedSlot = "matchmaking.announce-freed-slot";

type FreeingEvent =
  | EnvelopeOf<typeof meetingCancelled>
  | EnvelopeOf<typeof meetingMissed>
  | EnvelopeOf<typeof meetingRescheduled>;

/** When a meeting frees a slot, those whose open request asked for it are told, once. */
export function whenMeetingFreesSlotTellThoseWhoWantedIt({ meetings, slotOpenings, fair, clock }: MatchmakingDeps) {
  const handle = async (event: FreeingEvent) => {
    const { fairId } = event.data;
    // A schedule that is taken back or repaired frees thousands of slots at once, and tells everybody concerned itself.
    if ("scheduleRunId" in event.data && event.data.scheduleRunId !== undefined) return;
    const { slotId, organizationIds } = freedBy(event);
    const slot = (await fair(fairId)).slots.find((candidate) => candidate.slotId === slotId);
    if (slot === undefined) return;
    for (const organizationId of organizationIds) {
      const openingId = openingIdOf(event.id, organizationId);
      const wantedBy = await requestsWanting(meetings, organizationId, slotId);
      const command = { openingId, fairId, organizationId, slot, wantedBy, now: clock() };
      await slotOpenings.update(openingId, (state) => announceSlot(command, state), causedBy(event));
    }
  };
  return [
    react(meetingCancelled, announceFreedSlot, handle),
    react(meetingMissed, announceFreedSlot, handle),
    react(meetingRescheduled, announceFreedSlot, handle),
  ];
}
