import { ceremoniesOperations as ceremonies } from "@rialto/contracts/ceremonies/operations";
import { newId } from "@rialto/contracts/kernel/ids";
import type { Grant } from "@rialto/contracts/kernel/policy";
import type { FairRole } from "@rialto/contracts/kernel/values";
import { meetingHeld } from "@rialto/contracts/matchmaking/events";
import { matchmakingOperations as matchmaking } from "@rialto/contracts/matchmaking/operations";
import { registryOperations as registry } from "@rialto/contracts/registry/operations";
import { venueOperations as venue } from "@rialto/contracts/venue/operations";
import { type ApiCaller, createApiCaller } from "@rialto/testing/api-caller";
import { eventually } from "@rialto/testing/eventually";
import type { ServicesTogether } from "./services-together.ts";

/** Somebody with an access token. */
export interface Person {
  readonly accountId: string;
  readonly token: string;
}

export interface Participant extends Person {
  readonly organizationId: string;
  readonly representativeId: string;
}

/** One fair with at least one thing of every kind, made through the public API. */
export interface World {
  readonly fairId: string;
  readonly staff: Readonly<Record<"organizer" | "zoneManager" | "ceremonyHost", Person>>;
  readonly exhibitor: Participant;
  readonly buyer: Participant;
  readonly partner: Participant;
  /** An exhibitor that has nothing and takes part in nothing. */
  readonly stranger: Participant;
  /** An existing thing for each name of an identifier. */
  readonly ids: Readonly<Record<string, string>>;
}

const password = "a-long-walk-past-the-looms";
export const worldPassword = password;

interface Making {
  readonly fair: ServicesTogether;
  readonly api: ApiCaller;
  readonly fairId: string;
}

async function personWith(fair: ServicesTogether, grant: Grant, accountId = newId()): Promise<Person> {
  return { accountId, token: await fair.tokens.sign({ accountId, operator: false, grants: [grant] }) };
}

async function planFair(fair: ServicesTogether, api: ApiCaller): Promise<string> {
  const token = await fair.tokens.sign({ accountId: newId(), operator: true, grants: [] });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const body = {
    ...venue.planFair.example.body,
    name: { en: "A fair under attack" },
    place: { en: "Hall" },
    timeZone: "UTC",
    openingPeriods: [{ date: tomorrow, opens: "09:30", closes: "18:00" }],
    rules: venue.planFair.example.body?.rules,
  };
  return (await api.ok(venue.planFair, { body: body as never, token })).fairId;
}

async function admit({ fair, api, fairId }: Making, role: FairRole, name: string, organizer: Person): Promise<Participant> {
  const body = {
    organization: { role: role as "exhibitor", name: { en: name }, country: "CN", languages: ["en"] },
    representative: { name: { en: `${name}'s hand` }, languages: ["en"] },
    email: `${name.toLowerCase()}-${newId()}@hostile.example`,
    password,
    language: "en" as const,
  };
  const params = { fairId };
  const { organizationId, representativeId, accountId } = await eventually("the registry knows the fair", () =>
    api.ok(registry.registerOrganization, { params, body }),
  );
  await api.ok(registry.verifyOrganization, { params: { fairId, organizationId }, token: organizer.token });
  const grant = { fairId, role, organizationId, representativeId };
  return { ...(await personWith(fair, grant, accountId)), organizationId, representativeId };
}

async function layOut({ api, fairId }: Making, { token }: Person): Promise<Record<string, string>> {
  const params = { fairId };
  const { hallId } = await api.ok(venue.addHall, { params, body: { name: { en: "Hall" }, width: 100, depth: 100 }, token });
  const outline = { x: 0, y: 0, width: 90, depth: 50 };
  const { zoneId } = await api.ok(venue.addZone, { params, body: { hallId, name: { en: "Zone" }, outline }, token });
  const booths = [0, 1, 2].map((index) => ({
    zoneId,
    code: `A-00${index}`,
    kind: "inline" as const,
    outline: { x: 5 * index, y: 0, width: 4, depth: 4 },
    meetingCapacity: 2,
  }));
  const planned = await api.ok(venue.planBooths, { params, body: { hallId, booths }, token });
  const [boothId = "", heldBoothId = "", assignedBoothId = ""] = planned.booths.map((booth) => booth.boothId);
  return { hallId, zoneId, boothId, heldBoothId, assignedBoothId };
}

async function trade({ api, fairId }: Making, exhibitor: Participant, buyer: Participant): Promise<Record<string, string>> {
  const at = ({ organizationId }: Participant) => ({ fairId, organizationId });
  const content = { title: { en: "Denim" }, hsCodes: ["6203"], tags: ["denim"], markets: ["CN"], certificates: [] };
  const offer = { params: at(exhibitor), body: content, token: exhibitor.token };
  const { offerId } = await api.ok(registry.publishOffer, offer);
  const { needId } = await api.ok(registry.publishNeed, { params: at(buyer), body: content, token: buyer.token });
  const body = { recipientOrganizationId: exhibitor.organizationId, proposedSlotIds: ["d1-0930", "d1-1000"] };
  const request = { params: { fairId }, body, token: buyer.token };
  const { meetingId } = await eventually("matchmaking knows both sides", () => api.ok(matchmaking.requestMeeting, request));
  return { offerId, needId, meetingId };
}

async function takeBooths({ api, fairId }: Making, ids: Record<string, string>, organizer: Person, exhibitor: Participant) {
  const body = { organizationId: exhibitor.organizationId };
  const { heldBoothId = "", assignedBoothId = "" } = ids;
  await eventually("venue knows the exhibitor", () =>
    api.ok(venue.assignBooth, { params: { fairId, boothId: assignedBoothId }, body, token: organizer.token }),
  );
  await api.ok(venue.holdBooth, { params: { fairId, boothId: heldBoothId }, body, token: exhibitor.token });
}

const terms = { kind: "intent" as const, title: { en: "Denim for two seasons" }, disclosable: true };

async function agree({ fair, api, fairId }: Making, exhibitor: Participant, buyer: Participant): Promise<string> {
  const side = ({ organizationId, representativeId }: Participant) => ({ organizationId, representativeId });
  const meetingId = newId();
  const met = { ...meetingHeld.example, meetingId, fairId, requester: side(buyer), recipient: side(exhibitor) };
  await fair.publish(meetingHeld, met);
  const { agreementId } = await eventually("ceremonies know who met", () =>
    api.ok(ceremonies.draftAgreement, { params: { fairId }, body: { meetingId, terms }, token: exhibitor.token }),
  );
  return agreementId;
}

async function release({ api, fairId }: Making, agreementId: string, exhibitor: Participant, buyer: Participant) {
  const params = { fairId, agreementId };
  await api.ok(ceremonies.sendAgreement, { params, body: {}, token: exhibitor.token });
  for (const { token } of [exhibitor, buyer]) {
    const body = { announcement: { agreement: true, amount: false } };
    await api.ok(ceremonies.releaseAgreement, { params, body, token });
  }
}

const planned = { title: { en: "Signing" }, stage: { en: "Main stage" }, startsAt: "2026-09-01T07:00:00.000Z" };
const name = (en: string) => ({ en });
const plaque = {
  kind: "plaqueConferral" as const,
  title: name("Centre"),
  conferrer: name("Committee"),
  recipients: [name("Operator")],
  minutes: 5,
};

async function stage({ api, fairId }: Making, items: object[], { token }: Person) {
  const { ceremonyId } = await api.ok(ceremonies.planCeremony, { params: { fairId }, body: planned, token });
  const params = { fairId, ceremonyId };
  const set = await api.ok(ceremonies.setRunOfShow, { params, body: { seenMoves: 1, items: items as never }, token });
  return { ceremonyId, itemId: set.items[0]?.itemId ?? "", moves: set.moves };
}

/** A ceremony goes all the way, so that there is a certificate. */
async function certify(making: Making, host: Person): Promise<Record<string, string>> {
  const { api, fairId } = making;
  const { ceremonyId, itemId, moves } = await stage(making, [plaque], host);
  const { token } = host;
  const params = { fairId, ceremonyId, itemId };
  let at = await api.ok(ceremonies.openCeremony, { params: { fairId, ceremonyId }, body: { seenMoves: moves }, token });
  const next = { call: "callItem", confer: "conferPlaque", photograph: "photographItem", complete: "completeItem" } as const;
  while (at.nextStep.step in next) {
    const operation = ceremonies[next[at.nextStep.step as keyof typeof next]];
    at = await api.ok(operation, { params, body: { seenMoves: at.moves }, token });
  }
  const issued = await eventually("the certificate is issued", async () => {
    const { items } = await api.ok(ceremonies.listCertificates, { params: { fairId }, token });
    return items[0];
  });
  return { certificateId: issued.certificateId, code: issued.verificationCode };
}

export async function buildWorld(fair: ServicesTogether): Promise<World> {
  const api = createApiCaller(fair.url);
  const fairId = await planFair(fair, api);
  const making = { fair, api, fairId };
  const staffOf = (role: FairRole) => personWith(fair, { fairId, role });
  const staff = {
    organizer: await staffOf("organizer"),
    zoneManager: await staffOf("zoneManager"),
    ceremonyHost: await staffOf("ceremonyHost"),
  };
  const exhibitor = await admit(making, "exhibitor", "Exhibitor", staff.organizer);
  const buyer = await admit(making, "buyer", "Buyer", staff.organizer);
  const partner = await admit(making, "partner", "Partner", staff.organizer);
  const stranger = await admit(making, "exhibitor", "Stranger", staff.organizer);
  const floor = await layOut(making, staff.organizer);
  await takeBooths(making, floor, staff.organizer, exhibitor);
  const traded = await trade(making, exhibitor, buyer);
  const agreementId = await agree(making, exhibitor, buyer);
  const released = await agree(making, exhibitor, buyer);
  await release(making, released, exhibitor, buyer);
  const signing = { kind: "signing", agreementId: released, minutes: 10 };
  const { ceremonyId, itemId } = await stage(making, [signing, plaque], staff.organizer);
  const certificate = await certify(making, staff.organizer);
  const { organizationId, representativeId, accountId } = exhibitor;
  const ids = {
    ...floor,
    ...traded,
    ...certificate,
    agreementId,
    ceremonyId,
    itemId,
    organizationId,
    representativeId,
    accountId,
  };
  return { fairId, staff, exhibitor, buyer, partner, stranger, ids: { fairId, ...ids } };
}
