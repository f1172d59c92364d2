import {
  meetingCancelled,
  meetingCheckedIn,
  meetingHeld,
  meetingMissed,
  meetingReopened,
  meetingRequestDeclined,
  meetingRequestExpired,
  meetingRequested,
  meetingRequestWithdrawn,
  meetingRescheduled,
  meetingScheduled,
} from "@rialto/contracts/matchmaking/events";
import type { Store, StoreDeclaration, StoreIndex } from "@rialto/persistence/store.types";
import { evolveMeeting } from "../domain/evolve-meeting.ts";
import { type Meeting, type MeetingEvent, noMeeting } from "../domain/meeting.ts";

export type Meetings = Store<Meeting, MeetingEvent>;

/** The one that says no: two active meetings of a fair never hold the same claim. */
export const claimsIndex: StoreIndex = {
  name: "claims",
  fields: { "state.fairId": 1, "state.claims": 1 },
  unique: true,
  partial: { "state.active": true },
};

const newestFirst = { "state.requestedAt": -1, _id: -1 } as const;

export const meetingsDeclaration: StoreDeclaration<Meeting, MeetingEvent> = {
  name: "meetings",
  context: "matchmaking",
  definitions: [
    meetingRequested,
    meetingRequestDeclined,
    meetingRequestWithdrawn,
    meetingRequestExpired,
    meetingScheduled,
    meetingRescheduled,
    meetingCancelled,
    meetingReopened,
    meetingCheckedIn,
    meetingHeld,
    meetingMissed,
  ],
  initial: noMeeting,
  evolve: evolveMeeting,
  indexes: [
    claimsIndex,
    { name: "ofPerson", fields: { "state.representativeIds": 1, ...newestFirst } },
    { name: "ofOrganization", fields: { "state.organizationIds": 1, ...newestFirst } },
    { name: "ofFair", fields: { "state.fairId": 1, ...newestFirst } },
    { name: "ofFairByStatus", fields: { "state.fairId": 1, "state.status": 1, ...newestFirst } },
    { name: "ofFairBySlot", fields: { "state.fairId": 1, "state.slotId": 1, ...newestFirst } },
    { name: "counters", fields: { "state.fairId": 1, "state.tally": 1 } },
    { name: "toExpire", fields: { "state.expiresAt": 1 }, partial: { "state.status": "pending" } },
    { name: "toMiss", fields: { "state.fairId": 1, "state.startsAt": 1 }, partial: { "state.status": "scheduled" } },
    {
      name: "wantedSlots",
      fields: { "state.recipientOrganizationId": 1, "state.proposedSlotIds": 1 },
      partial: { "state.status": "pending" },
    },
  ],
};
