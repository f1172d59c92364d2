import { ProblemError } from "@rialto/client/problem-error";
import {
  acceptMeeting,
  checkIn,
  declineMeeting,
  freeSlots,
  listRecommendations,
  requestMeeting,
} from "@rialto/contracts/matchmaking/operations";
import type { Random } from "../random.ts";
import { heardOf, untilThere } from "../until.ts";
import type { Present } from "./register-organizations.ts";

/** Facts that matchmaking hears of a moment later. */
const NOT_HEARD_YET = [
  "FAIR_NOT_KNOWN_YET",
  "OWN_ORGANIZATION_NOT_VERIFIED",
  "OTHER_ORGANIZATION_NOT_FOUND",
  "NOT_A_REPRESENTATIVE",
  "NO_MEETING_PLACE",
];

/** Answers of the market that are no failures of the seed. */
const USUAL = ["SLOT_TAKEN", "MEETING_ALREADY_OPEN", "REQUESTER_BUSY", "SLOT_PAST", "NO_MEETING_PLACE", "REQUEST_NOT_PENDING"];

const unlessUsual = (error: unknown): undefined => {
  if (error instanceof ProblemError && USUAL.includes(error.code)) return undefined;
  throw error;
};

/** The demo buyer and the demo exhibitor have met, so that their agreement can be drafted. Answers with the meeting's id. */
export async function meetNow(fairId: string, buyer: Present, exhibitor: Present): Promise<string> {
  const slotId = await firstFreeSlot(fairId, buyer, exhibitor);
  const { meetingId } = await heardOf(NOT_HEARD_YET, () =>
    buyer.person.client.call(requestMeeting, {
      params: { fairId },
      idempotencyKey: "seed-meeting-now",
      body: {
        recipientOrganizationId: exhibitor.organizationId,
        proposedSlotIds: [slotId],
        message: "Could we look at the samples right away?",
      },
    }),
  );
  const params = { fairId, meetingId };
  await heardOf(NOT_HEARD_YET, () =>
    exhibitor.person.client.call(acceptMeeting, { params, body: { slotId }, idempotencyKey: "seed-accept-now" }),
  );
  await exhibitor.person.client.call(checkIn, { params, body: {}, idempotencyKey: "seed-here-exhibitor" });
  await buyer.person.client.call(checkIn, { params, body: {}, idempotencyKey: "seed-here-buyer" });
  return meetingId;
}

async function firstFreeSlot(fairId: string, buyer: Present, exhibitor: Present): Promise<string> {
  const params = { fairId, organizationId: exhibitor.organizationId };
  const free = () => heardOf(NOT_HEARD_YET, () => buyer.person.client.call(freeSlots, { params }));
  // The exhibitor's booth, where they meet, was assigned a moment ago.
  const first = await untilThere(async () => (await free()).slots[0]);
  if (first === undefined) throw new Error("the demo buyer and the demo exhibitor have no free slot in common");
  return first.slotId;
}

/** Who heads the buyer's list now: good for both, and the two have nothing with each other yet. */
export async function bestNotMet(fairId: string, buyer: Present, exhibitors: readonly Present[]): Promise<Present> {
  const { items } = await buyer.person.client.call(listRecommendations, { params: { fairId } });
  const [best] = items.flatMap((item) => exhibitors.find(({ organizationId }) => organizationId === item.organizationId) ?? []);
  if (best === undefined) throw new Error("nobody is recommended to the demo buyer");
  return best;
}

/** Buyers ask those who were recommended to them; of the requests most are accepted, some declined, some wait. */
export async function bookMeetings(
  fairId: string,
  buyers: readonly Present[],
  exhibitors: readonly Present[],
  random: Random,
): Promise<number> {
  const byId = new Map(exhibitors.map((exhibitor) => [exhibitor.organizationId, exhibitor]));
  let scheduled = 0;
  for (const buyer of buyers) {
    const { items } = await buyer.person.client.call(listRecommendations, { params: { fairId } });
    const wanted = items.flatMap(({ organizationId }) => byId.get(organizationId) ?? []).slice(0, 2);
    for (const exhibitor of wanted) if (await ask(fairId, buyer, exhibitor, random)) scheduled += 1;
  }
  return scheduled;
}

async function ask(fairId: string, buyer: Present, exhibitor: Present, random: Random): Promise<boolean> {
  const toExhibitor = { params: { fairId, organizationId: exhibitor.organizationId } };
  const { slots } = await buyer.person.client.call(freeSlots, toExhibitor);
  const proposedSlotIds = random.some(slots.slice(2), 2).map(({ slotId }) => slotId);
  const [slotId] = proposedSlotIds;
  if (slotId === undefined) return false;
  const idempotencyKey = `seed-ask-${buyer.key}-${exhibitor.key}`;
  const body = { recipientOrganizationId: exhibitor.organizationId, proposedSlotIds };
  const request = await buyer.person.client.call(requestMeeting, { params: { fairId }, idempotencyKey, body }).catch(unlessUsual);
  if (request === undefined) return false;
  return answer(fairId, request.meetingId, slotId, exhibitor, random);
}

async function answer(fairId: string, meetingId: string, slotId: string, { person }: Present, random: Random): Promise<boolean> {
  const params = { fairId, meetingId };
  const mood = random.below(10);
  const idempotencyKey = `seed-answer-${meetingId}`;
  if (mood < 6)
    return (
      (await person.client.call(acceptMeeting, { params, body: { slotId }, idempotencyKey }).catch(unlessUsual)) !== undefined
    );
  if (mood === 6) await person.client.call(declineMeeting, { params, body: {}, idempotencyKey }).catch(unlessUsual);
  return false;
}
