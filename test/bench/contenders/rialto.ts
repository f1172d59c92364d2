import { randomUUID } from "node:crypto";
import { addressOf } from "@rialto/client/build-request";
import type { Notification } from "@rialto/contracts/gateway/notifications";
import { requestMeeting } from "@rialto/contracts/matchmaking/operations";
import { verifyOrganization } from "@rialto/contracts/registry/operations/organizations";
import { registerOrganization } from "@rialto/contracts/registry/operations/registration";
import { serviceNames } from "@rialto/local/topology";
import { io } from "socket.io-client";
import type { Servers } from "../../src/fair/names.ts";
import { type RunningFair, startFair } from "../../src/start-fair.ts";
import { nextSlot } from "../../src/story/meet.ts";
import { createPerson, PASSWORD, type Person } from "../../src/story/person.ts";
import { invite, planTheFair } from "../../src/story/plan-the-fair.ts";
import type { Contender } from "../load/contender.ts";
import { post } from "../load/post.ts";

const EXHIBITORS = 20;
const BUYERS = 40;

type Guest = { readonly organizationId: string; readonly token: string };
type Pair = { readonly exhibitor: Guest; readonly buyer: Guest; meetingId: string | undefined };

async function admit(organizer: Person, fairId: string, url: string, role: "exhibitor" | "buyer", index: number): Promise<Guest> {
  const name = `${role}-${index}`;
  const { organizationId, session } = await createPerson(name, { url }).does(registerOrganization, {
    params: { fairId },
    body: {
      organization: { role, name: { en: `${name} (example)` }, country: "CN", languages: ["en"] },
      representative: { name: { en: `${name} person (example)` }, languages: ["en"] },
      email: `${name}.${fairId}@bench.example`,
      password: PASSWORD,
      language: "en",
    },
  });
  await organizer.does(verifyOrganization, { params: { fairId, organizationId } });
  return { organizationId, token: session.accessToken };
}

async function openFair(fair: RunningFair) {
  const operator = createPerson("operator", { url: fair.gatewayUrl });
  await operator.signsIn(fair.operator.email, fair.operator.password);
  const { fairId, slots } = await planTheFair(operator, { pendingRequestLimit: 200 });
  const organizer = await invite(operator, fairId, "organizer", { url: fair.gatewayUrl });
  const guests = async (role: "exhibitor" | "buyer", count: number) => {
    const all: Guest[] = [];
    for (let index = 0; index < count; index += 1) all.push(await admit(organizer, fairId, fair.gatewayUrl, role, index));
    return all;
  };
  return {
    fairId,
    slotId: nextSlot(slots),
    exhibitors: await guests("exhibitor", EXHIBITORS),
    buyers: await guests("buyer", BUYERS),
  };
}

/** Which command a notification belongs to. */
const nameOf = ({ content }: Pick<Notification, "content">) =>
  "meetingId" in content ? `${content.kind} ${content.meetingId}` : "";

async function hear(url: string, buyers: readonly Guest[], arrivals: Map<string, number>) {
  const sockets = buyers.map(({ token }) =>
    io(url, { path: "/live", transports: ["websocket"], forceNew: true, auth: { token } }),
  );
  for (const socket of sockets) {
    socket.on("notification", (notification: Notification) => arrivals.set(nameOf(notification), performance.now()));
  }
  await Promise.all(sockets.map((socket) => new Promise((done) => socket.once("welcome", done))));
  return sockets;
}

/**
 * The whole fair: exhibitors ask buyers for meetings and take the requests back, in turn. Each command writes one event that
 * one buyer is told of. A request reads the claims of its slot before it writes; that is the operation as it is.
 */
export async function openRialto(
  servers: Servers,
  settings: Readonly<Record<string, string>> = {},
): Promise<Contender & { fair: RunningFair }> {
  const fair = await startFair({ ...servers, settings: { ACCESS_TOKEN_SECONDS: "3600", ...settings } });
  const { fairId, slotId, exhibitors, buyers } = await openFair(fair);
  const arrivals = new Map<string, number>();
  const sockets = await hear(fair.gatewayUrl, buyers, arrivals);
  const meetings = fair.gatewayUrl + addressOf(requestMeeting, { fairId }, {});
  const pairs: Pair[] = buyers.flatMap((buyer) => exhibitors.map((exhibitor) => ({ exhibitor, buyer, meetingId: undefined })));
  let turn = 0;

  const send = (guest: Guest, address: string, body: object) =>
    post(address, body, { authorization: `Bearer ${guest.token}`, "idempotency-key": randomUUID() });

  async function ask(pair: Pair): Promise<string> {
    const body = { recipientOrganizationId: pair.buyer.organizationId, proposedSlotIds: [slotId], message: "x".repeat(200) };
    const { meetingId } = await send(pair.exhibitor, meetings, body);
    pair.meetingId = String(meetingId);
    return `meetingRequested ${meetingId}`;
  }

  async function withdraw(pair: Pair, meetingId: string): Promise<string> {
    await send(pair.exhibitor, `${meetings}/${meetingId}/withdraw`, {});
    pair.meetingId = undefined;
    return `meetingRequestWithdrawn ${meetingId}`;
  }

  return {
    name: "Rialto",
    fair,
    arrivals,
    next() {
      // A stride that visits every pair before it comes back, so that neighbours differ in both people.
      const pair = pairs[(turn++ * 21) % pairs.length] as Pair;
      return pair.meetingId === undefined ? ask(pair) : withdraw(pair, pair.meetingId);
    },
    pids: () => new Map(serviceNames.map((name) => [name, fair.pidOf(name) ?? 0])),
    async stop() {
      for (const socket of sockets) socket.disconnect();
      await fair.stop();
    },
  };
}
