import type { Cause } from "@rialto/persistence/store.types";
import type { Participation } from "../domain/actor.ts";
import { type RequestMeeting, requestMeeting } from "../domain/request-meeting.ts";
import type { BookingDeps } from "./booking-deps.ts";
import { withFreshClaims } from "./with-fresh-claims.ts";

export interface BookRequest extends Pick<RequestMeeting, "meetingId" | "proposedSlotIds" | "message" | "now"> {
  readonly fairId: string;
  readonly requester: Participation;
  readonly recipientOrganizationId: string;
}

/** Asks for a meeting: gathers the facts, decides, and lets the index have the last word on the number and the pair. */
export async function bookRequest(deps: BookingDeps, command: BookRequest, cause: Cause) {
  const { meetingId, fairId, requester, recipientOrganizationId } = command;
  const pair = [requester.organizationId, recipientOrganizationId] as const;
  const [fair, own, other, preferences] = await Promise.all([
    deps.fair(fairId),
    deps.organization(requester.organizationId),
    deps.organization(recipientOrganizationId),
    deps.preferencesBetween(fairId, ...pair),
  ]);
  const facts = { ...command, fair, own, other, preferences };
  const read = () => deps.readClaims(fairId, { representativeIds: [requester.representativeId], pair: [...pair] });
  return withFreshClaims(read, (taken) =>
    deps.meetings.update(meetingId, (state) => requestMeeting({ ...facts, taken }, state), cause),
  );
}
