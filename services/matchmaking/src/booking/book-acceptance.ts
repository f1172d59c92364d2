import type { Cause } from "@rialto/persistence/store.types";
import { type AcceptMeeting, acceptMeeting } from "../domain/accept-meeting.ts";
import { organizationOf, personOf, standingOf } from "../domain/actor.ts";
import type { BookingDeps } from "./booking-deps.ts";
import { withFreshClaims } from "./with-fresh-claims.ts";

export interface BookAcceptance extends Pick<AcceptMeeting, "actor" | "slotId" | "representativeId" | "now"> {
  readonly meetingId: string;
}

/** Accepts a request: both people and a seat in one write, which the index refuses when somebody was faster. */
export async function bookAcceptance(deps: BookingDeps, command: BookAcceptance, cause: Cause) {
  const { meetingId, actor } = command;
  const { meeting, participation } = standingOf((await deps.meetings.load(meetingId)).state, actor);
  const [fair, own, other] = await Promise.all([
    deps.fair(actor.fairId),
    deps.organization(organizationOf(meeting, "recipient")),
    deps.organization(organizationOf(meeting, "requester")),
  ]);
  const booths = await deps.boothsOf([own, other]);
  const people = [personOf(meeting, "requester"), command.representativeId ?? participation?.representativeId];
  const selection = {
    representativeIds: people.filter((id) => id !== undefined),
    boothIds: booths.map(({ boothId }) => boothId),
  };
  const facts = { ...command, fair, own, other, booths };
  return withFreshClaims(
    () => deps.readClaims(actor.fairId, selection),
    (taken) => deps.meetings.update(meetingId, (state) => acceptMeeting({ ...facts, taken }, state), cause),
  );
}
