import type { Cause } from "@rialto/persistence/store.types";
import { organizationOf, personOf, standingOf } from "../domain/actor.ts";
import { type RescheduleMeeting, rescheduleMeeting } from "../domain/reschedule-meeting.ts";
import type { BookingDeps } from "./booking-deps.ts";
import { withFreshClaims } from "./with-fresh-claims.ts";

export interface BookRescheduling extends Pick<RescheduleMeeting, "actor" | "slotId" | "representativeId" | "now"> {
  readonly meetingId: string;
}

/** Moves a meeting: the new slot is taken and the old one freed in one write, or nothing changes. */
export async function bookRescheduling(deps: BookingDeps, command: BookRescheduling, cause: Cause) {
  const { meetingId, actor, representativeId } = command;
  const { meeting, side } = standingOf((await deps.meetings.load(meetingId)).state, actor);
  const [fair, requester, recipient] = await Promise.all([
    deps.fair(actor.fairId),
    deps.organization(organizationOf(meeting, "requester")),
    deps.organization(organizationOf(meeting, "recipient")),
  ]);
  const booths = await deps.boothsOf([requester, recipient]);
  const people = [personOf(meeting, "requester"), personOf(meeting, "recipient"), representativeId];
  const selection = {
    representativeIds: people.filter((id) => id !== undefined),
    boothIds: booths.map(({ boothId }) => boothId),
  };
  const own = side === undefined ? undefined : side === "requester" ? requester : recipient;
  const facts = { ...command, fair, own, booths };
  return withFreshClaims(
    () => deps.readClaims(actor.fairId, selection),
    (taken) => deps.meetings.update(meetingId, (state) => rescheduleMeeting({ ...facts, taken }, state), cause),
  );
}
