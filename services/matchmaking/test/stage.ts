import type { AcceptMeeting } from "../src/domain/accept-meeting.ts";
import { acceptMeeting } from "../src/domain/accept-meeting.ts";
import { noClaims } from "../src/domain/claims.ts";
import { evolveMeeting } from "../src/domain/evolve-meeting.ts";
import { type Meeting, type MeetingEvent, noMeeting } from "../src/domain/meeting.ts";
import { type RequestMeeting, requestMeeting } from "../src/domain/request-meeting.ts";
import { aBooth, actorOf, aFair, anOrganization, personOf } from "./builders.ts";

/** A buyer and an exhibitor at a fair with six slots, the exhibitor's booth, and what happens between them. */
export const fair = aFair();
export const buyer = anOrganization({ fairId: fair.fairId, profile: { role: "buyer", country: "BR" } });
export const exhibitor = anOrganization({ fairId: fair.fairId });
export const stranger = anOrganization({ fairId: fair.fairId, profile: { role: "buyer" } });
export const booth = aBooth({ fairId: fair.fairId, organizationId: exhibitor.organizationId });
export const meetingId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0901";
export const now = "2026-08-10T02:00:00.000Z";
export const later = "2026-08-10T03:00:00.000Z";
export const asBuyer = actorOf(fair, buyer);
export const asExhibitor = actorOf(fair, exhibitor);
export const asStranger = actorOf(fair, stranger);

export const request = (overrides: Partial<RequestMeeting> = {}): RequestMeeting => ({
  meetingId,
  fair,
  requester: personOf(buyer),
  own: buyer,
  other: exhibitor,
  preferences: { own: undefined, other: undefined },
  proposedSlotIds: ["d1-0930", "d1-1000"],
  taken: noClaims,
  now,
  ...overrides,
});

export const acceptance = (overrides: Partial<AcceptMeeting> = {}): AcceptMeeting => ({
  actor: asExhibitor,
  slotId: "d1-0930",
  fair,
  own: exhibitor,
  other: buyer,
  booths: [booth],
  taken: noClaims,
  now: later,
  ...overrides,
});

export const after = (events: readonly MeetingEvent[], state: Meeting = noMeeting): Meeting =>
  events.reduce(evolveMeeting, state);

export const pending = after(requestMeeting(request(), noMeeting));
export const scheduled = after(acceptMeeting(acceptance(), pending), pending);
