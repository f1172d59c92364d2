import { acceptMeeting, checkIn, declineMeeting, requestMeeting } from "@rialto/contracts/matchmaking/operations";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import type { Participant } from "./take-part.ts";

/** So far ahead that the story is over before the slot begins. */
const AHEAD_MS = 10 * 60_000;

export function nextSlot(slots: readonly TimeSlot[]): string {
  const next = slots.find(({ startsAt }) => Date.parse(startsAt) > Date.now() + AHEAD_MS);
  if (next === undefined) throw new Error("the fair has no slot left");
  return next.slotId;
}

/** Answers with the meeting's id, once the other side has been told. */
export async function ask(from: Participant, to: Participant, fairId: string, slotId: string, requests = 1): Promise<string> {
  const body = { recipientOrganizationId: to.organizationId, proposedSlotIds: [slotId], message: "Shall we look at samples?" };
  const { meetingId } = await from.does(requestMeeting, { params: { fairId }, body });
  const told = await to.ears.awaits("meetingRequested", requests);
  if (told.meetingId !== meetingId || told.other.organizationId !== from.organizationId)
    throw new Error("told of another request");
  return meetingId;
}

export async function accept(exhibitor: Participant, buyer: Participant, fairId: string, meetingId: string, slotId: string) {
  const meeting = await exhibitor.does(acceptMeeting, { params: { fairId, meetingId }, body: { slotId } });
  await buyer.ears.awaits("meetingScheduled");
  return meeting;
}

export const acceptInVain = (exhibitor: Participant, fairId: string, meetingId: string, slotId: string) =>
  exhibitor.isRefused(acceptMeeting, { params: { fairId, meetingId }, body: { slotId } });

export async function decline(exhibitor: Participant, rival: Participant, fairId: string, meetingId: string): Promise<void> {
  await exhibitor.does(declineMeeting, { params: { fairId, meetingId }, body: { reason: "Our morning is full." } });
  await rival.ears.awaits("meetingRequestDeclined");
}

/** Both are there; answers with the meeting as the second one sees it. */
export async function checkBothIn(exhibitor: Participant, buyer: Participant, fairId: string, meetingId: string) {
  const input = { params: { fairId, meetingId }, body: {} };
  await exhibitor.does(checkIn, input);
  return buyer.does(checkIn, input);
}
