import { newId } from "@rialto/contracts/kernel/ids";
import type { AggregateDocument } from "@rialto/persistence/store.types";
import { noClaims } from "../src/domain/claims.ts";
import { evolveMeeting } from "../src/domain/evolve-meeting.ts";
import type { Fair } from "../src/domain/fair.ts";
import { type Meeting, noMeeting } from "../src/domain/meeting.ts";
import type { Organization } from "../src/domain/organization.ts";
import type { Booth } from "../src/domain/place.ts";
import { requestMeeting } from "../src/domain/request-meeting.ts";
import type { Meetings } from "../src/store/meetings.ts";
import { aBooth, aFair, anOrganization, personOf } from "../test/builders.ts";

/** One exhibitor's representative, one slot, and many buyers whose requests for it are all being accepted at once. */
export interface Scene {
  readonly fair: Fair;
  readonly exhibitor: Organization;
  readonly buyers: readonly Organization[];
  readonly booth: Booth;
  readonly meetingIds: readonly string[];
}

export const now = "2026-08-10T02:00:00.000Z";

/** Writes the open requests of a scene, as the store would have. */
export async function setScene({ model }: Meetings, contenders: number): Promise<Scene> {
  const fair = aFair();
  const { fairId } = fair;
  const exhibitor = anOrganization({ fairId });
  const buyers = Array.from({ length: contenders }, () => anOrganization({ fairId, profile: { role: "buyer" } }));
  // Room for more meetings at a time than there are contenders would need: the person is what they fight for.
  const booth = aBooth({ fairId, organizationId: exhibitor.organizationId, capacity: 50 });
  const documents = buyers.map((buyer) => documentOf(pendingRequest(fair, buyer, exhibitor)));
  await model.collection.insertMany(documents as never[]);
  return { fair, exhibitor, buyers, booth, meetingIds: documents.map(({ _id }) => _id) };
}

function pendingRequest(fair: Fair, buyer: Organization, exhibitor: Organization): Meeting {
  const meetingId = newId();
  const proposedSlotIds = [fair.slots[0]?.slotId ?? ""];
  const preferences = { own: undefined, other: undefined };
  const command = { meetingId, fair, requester: personOf(buyer), own: buyer, other: exhibitor, preferences };
  const events = requestMeeting({ ...command, proposedSlotIds, taken: noClaims, now }, noMeeting);
  return events.reduce(evolveMeeting, noMeeting);
}

export function documentOf(state: Meeting): AggregateDocument<Meeting> {
  const _id = state.status === "none" ? newId() : state.meetingId;
  return { _id, version: 1, seq: 1, state, pending: [], handled: [], writes: [] };
}
