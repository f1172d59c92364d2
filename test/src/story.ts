import { verifyCertificate } from "@rialto/contracts/ceremonies/operations/certificates";
import type { NotificationContent } from "@rialto/contracts/gateway/notifications";
import { SlotConflict } from "@rialto/contracts/matchmaking/views";
import type { RunningFair } from "./start-fair.ts";
import { draftAndSend, release } from "./story/agree.ts";
import type { Door } from "./story/door.ts";
import { accept, acceptInVain, ask, checkBothIn, decline, nextSlot } from "./story/meet.ts";
import { goThrough, open, plan } from "./story/on-stage.ts";
import { createPerson, type Person } from "./story/person.ts";
import { invite, planTheFair, planTheFloor } from "./story/plan-the-fair.ts";
import { offer, type Participant, register, seek, takeBooth, verify } from "./story/take-part.ts";

export const storySteps = [
  "the operator plans a fair that is open now",
  "the organizer and the host are invited",
  "the organizer lays out the floor",
  "an exhibitor and two buyers register",
  "the organizer verifies them",
  "the exhibitor holds a booth and the organizer confirms it",
  "the buyer says what is sought",
  "the exhibitor publishes an offer and both hear of the match",
  "the buyer asks for a meeting and the exhibitor hears of it",
  "the exhibitor accepts and the buyer hears of it",
  "a rival is refused the same slot and shown three others",
  "both check in and the meeting is held",
  "the agreement is drafted and sent",
  "both parties release it",
  "the ceremony is planned and opened",
  "every item is called, signed and completed",
  "both parties hear of the certificate",
  "a stranger verifies the certificate",
] as const;
export type StoryStep = (typeof storySteps)[number];

/** Runs one step; a test may do something beside it, before it or after it. */
export type Tell = <T>(name: StoryStep, step: () => Promise<T>) => Promise<T>;

export interface Story {
  readonly fairId: string;
  readonly organizer: Person;
  readonly exhibitor: Participant;
  readonly buyer: Participant;
  readonly rival: Participant;
  readonly match: Extract<NotificationContent, { kind: "matchAppeared" }>;
  readonly meetingId: string;
  readonly agreementId: string;
  readonly meetingStatus: string;
  readonly refusal: { readonly status: number; readonly code: string; readonly details: SlotConflict };
  readonly ceremonyStatus: string;
  readonly verdict: { readonly verdict: string };
}

type Opened = { readonly operator: Person; readonly fairId: string; readonly slotId: string; readonly door: Door };

async function prepare(tell: Tell, { operator, fairId, door }: Opened) {
  const { organizer, host } = await tell("the organizer and the host are invited", async () => ({
    organizer: await invite(operator, fairId, "organizer", door),
    host: await invite(operator, fairId, "ceremonyHost", door),
  }));
  const [boothId = ""] = await tell("the organizer lays out the floor", () => planTheFloor(organizer, fairId, 3));
  const people = await tell("an exhibitor and two buyers register", async () => ({
    exhibitor: await register("exhibitor", "exhibitor", fairId, door),
    buyer: await register("buyer", "buyer", fairId, door),
    rival: await register("rival", "buyer", fairId, door),
  }));
  await tell("the organizer verifies them", async () => {
    for (const person of Object.values(people)) await verify(organizer, fairId, person);
  });
  await tell("the exhibitor holds a booth and the organizer confirms it", () =>
    takeBooth(organizer, people.exhibitor, fairId, boothId),
  );
  return { organizer, host, ...people };
}

type Cast = Awaited<ReturnType<typeof prepare>>;

async function matchAndMeet(tell: Tell, { fairId, slotId }: Opened, { exhibitor, buyer, rival }: Cast) {
  await tell("the buyer says what is sought", () => seek(buyer, fairId));
  const match = await tell("the exhibitor publishes an offer and both hear of the match", async () => {
    await offer(exhibitor, fairId);
    await exhibitor.ears.awaits("matchAppeared");
    return buyer.ears.awaits("matchAppeared");
  });
  const meetingId = await tell("the buyer asks for a meeting and the exhibitor hears of it", () =>
    ask(buyer, exhibitor, fairId, slotId),
  );
  await tell("the exhibitor accepts and the buyer hears of it", () => accept(exhibitor, buyer, fairId, meetingId, slotId));
  const refusal = await tell("a rival is refused the same slot and shown three others", async () => {
    const second = await ask(rival, exhibitor, fairId, slotId, 2);
    const refused = await acceptInVain(exhibitor, fairId, second, slotId);
    await decline(exhibitor, rival, fairId, second);
    return { status: refused.status, code: refused.code, details: SlotConflict.parse(refused.details) };
  });
  const { status } = await tell("both check in and the meeting is held", () => checkBothIn(exhibitor, buyer, fairId, meetingId));
  return { match, meetingId, refusal, meetingStatus: status };
}

async function signOnStage(tell: Tell, fairId: string, meetingId: string, { organizer, host, exhibitor, buyer }: Cast) {
  const agreementId = await tell("the agreement is drafted and sent", () => draftAndSend(exhibitor, buyer, fairId, meetingId));
  await tell("both parties release it", () => release(exhibitor, buyer, fairId, agreementId));
  const opened = await tell("the ceremony is planned and opened", async () => {
    const ceremony = await open(host, await plan(organizer, fairId, agreementId));
    for (const party of [exhibitor, buyer]) await party.ears.awaits("ceremonyOpened");
    return ceremony;
  });
  const { status } = await tell("every item is called, signed and completed", () => goThrough(host, opened, () => true));
  return { agreementId, ceremonyStatus: status };
}

/** The one true story, through the public door only. */
export async function tellStory(
  { gatewayUrl, operator: account }: RunningFair,
  tell: Tell,
  door: Door = { url: gatewayUrl },
): Promise<Story> {
  const operator = createPerson("operator", door);
  const { fairId, slots } = await tell("the operator plans a fair that is open now", async () => {
    await operator.signsIn(account.email, account.password);
    return planTheFair(operator);
  });
  const fair = { operator, fairId, slotId: nextSlot(slots), door };
  const cast = await prepare(tell, fair);
  const meeting = await matchAndMeet(tell, fair, cast);
  const signed = await signOnStage(tell, fairId, meeting.meetingId, cast);
  const { verificationCode } = await tell("both parties hear of the certificate", async () => {
    await cast.buyer.ears.awaits("certificateIssued");
    return cast.exhibitor.ears.awaits("certificateIssued");
  });
  const verdict = await tell("a stranger verifies the certificate", () =>
    createPerson("stranger", door).does(verifyCertificate, { params: { code: verificationCode } }),
  );
  return { fairId, ...cast, ...meeting, ...signed, verdict };
}
