import type { Notification } from "@rialto/contracts/gateway/notifications";
import { countNotifications, listNotifications, markNotificationsRead } from "@rialto/contracts/gateway/operations";
import { newId } from "@rialto/contracts/kernel/ids";
import { meetingRequested, slotFreed } from "@rialto/contracts/matchmaking/events";
import { organizationChanged, sessionsEnded } from "@rialto/contracts/registry/events";
import type { RunningService } from "@rialto/service-kit/start-service";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { arrive, connect, eventWriter, type GatewayFixture, gatewayFixture, type Person } from "./fixture.ts";

/** Waits until the check holds. */
const soon = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

let fixture: GatewayFixture;
let service: RunningService;
let events: ReturnType<typeof eventWriter>;
let buyer: Person;
let exhibitor: Person;

beforeAll(async () => {
  fixture = await gatewayFixture();
  service = await fixture.start();
  events = eventWriter(fixture.bus);
  buyer = await arrive(fixture, events, "buyer");
  exhibitor = await arrive(fixture, events, "exhibitor");
});
afterAll(() => fixture.dispose());

/** The exhibitor asks the buyer for a meeting; `message` tells the requests apart. */
const ask = (to: Person = buyer, from: Person = exhibitor) =>
  events.publish(meetingRequested, {
    ...meetingRequested.example,
    meetingId: newId(),
    fairId: fixture.fairId,
    requester: { organizationId: from.organizationId, representativeId: from.representativeId },
    recipientOrganizationId: to.organizationId,
  });

const get = async (person: Person, path = "") => {
  const answer = await fetch(`${service.url}/api/gateway/notifications${path}`, {
    headers: { authorization: `Bearer ${person.token}` },
  });
  return { status: answer.status, body: (await answer.json()) as { items: Notification[]; code?: string } };
};

const meetingIds = (notifications: readonly { content: object }[]) =>
  notifications.map(({ content }) => "meetingId" in content && content.meetingId);

describe("notifications", () => {
  test("are counted, fair by fair, for those who run it", async () => {
    const fairId = newId();
    const role = "organizer" as const;
    const token = await fixture.tokens.sign({ accountId: newId(), operator: false, grants: [{ fairId, role }] });
    const count = async (bearer: string, of: string) => {
      const headers = { authorization: `Bearer ${bearer}` };
      const answer = await fetch(`${service.url}/api/gateway/fairs/${of}/notification-counts`, { headers });
      return answer.ok ? countNotifications.result.parse(await answer.json()) : answer.status;
    };
    expect(await count(token, fairId)).toMatchObject({ sent: 0, lastHour: 0 });
    await events.publish(meetingRequested, {
      ...meetingRequested.example,
      meetingId: newId(),
      fairId,
      requester: exhibitor,
      recipientOrganizationId: buyer.organizationId,
    });
    await vi.waitFor(async () => expect(await count(token, fairId)).toMatchObject({ sent: 1, lastHour: 1 }), 10_000);
    expect(await count(token, fixture.fairId)).toBe(403);
    expect(await count(buyer.token, fairId)).toBe(403);
  });

  test("reach the person live, with the other's name, and nobody else", async () => {
    const [mine, stranger] = [connect(service.url, { token: buyer.token }), connect(service.url, { token: exhibitor.token })];
    await soon(() => expect([mine.welcomes, stranger.welcomes].map(({ length }) => length)).toEqual([1, 1]));
    const { subject } = await ask();
    await soon(() => expect(meetingIds(mine.notifications)).toEqual([subject]));
    expect(mine.notifications[0]?.content).toMatchObject({ kind: "meetingRequested", other: { name: { en: "The exhibitor" } } });
    expect(stranger.notifications).toEqual([]);
    mine.close();
    stranger.close();
  });

  test("missed while away come back in order after the cursor, once, and then the stream goes on", async () => {
    const before = connect(service.url, { token: buyer.token });
    await soon(() => expect(before.welcomes).toHaveLength(1));
    await ask();
    await soon(() => expect(before.notifications).toHaveLength(1));
    const cursor = before.notifications[0]?.cursor as string;
    before.close();

    const missed = [(await ask()).subject, (await ask()).subject, (await ask()).subject];
    await soon(async () => expect(meetingIds((await get(buyer, "?limit=3")).body.items).toSorted()).toEqual(missed.toSorted()));
    const after = connect(service.url, { token: buyer.token, cursor });
    await soon(() => expect(after.notifications).toHaveLength(3));
    const { subject } = await ask();
    await soon(() => expect(after.notifications).toHaveLength(4));
    expect(meetingIds(after.notifications).toSorted()).toEqual([...missed, subject].toSorted());
    const cursors = after.notifications.map((notification) => notification.cursor);
    expect(cursors).toEqual(cursors.toSorted());
    // The one before and the three that follow are counted; the last one was not there yet.
    const unread = (before.welcomes[0]?.unread ?? 0) + 4;
    expect(after.welcomes[0]).toMatchObject({ resume: "replay", unread });
    after.close();
  });

  test("published twice by a router that died before it committed are told once", async () => {
    const client = connect(service.url, { token: buyer.token });
    await soon(() => expect(client.welcomes).toHaveLength(1));
    const event = await ask();
    await fixture.bus.publish([event]);
    const { subject } = await ask();
    await soon(() => expect(meetingIds(client.notifications)).toEqual([event.subject, subject]));
    client.close();
  });

  test("survive a restart of the gateway: the cursor of one process counts in the next", async () => {
    const client = connect(service.url, { token: buyer.token });
    await soon(() => expect(client.welcomes).toHaveLength(1));
    await ask();
    await soon(() => expect(client.notifications).toHaveLength(1));
    const cursor = client.notifications[0]?.cursor as string;
    await service.stop();
    await soon(() => expect(client.closings).toMatchObject([{ reason: "moving" }]));
    const { subject } = await ask();
    service = await fixture.start();
    const again = connect(service.url, { token: buyer.token, cursor });
    await soon(() => expect(meetingIds(again.notifications)).toEqual([subject]));
    again.close();
  });

  test("with a cursor of another life of the log the client is told to read the inbox anew", async () => {
    const client = connect(service.url, { token: buyer.token, cursor: "k0099.00000000000000000001" });
    await soon(() => expect(client.welcomes).toMatchObject([{ resume: "reset" }]));
    await ask();
    await soon(() => expect(client.notifications).toHaveLength(1));
    client.close();
  });

  test("of an organization that the directory hears of later wait for it, and are not lost", async () => {
    const late = newId();
    const wanted = { meetingId: newId(), organizationId: buyer.organizationId, representativeId: buyer.representativeId };
    const client = connect(service.url, { token: buyer.token });
    await soon(() => expect(client.welcomes).toHaveLength(1));
    const opening = {
      ...slotFreed.example,
      openingId: newId(),
      fairId: fixture.fairId,
      organizationId: late,
      wantedBy: [wanted],
    };
    await events.publish(slotFreed, opening);
    const profile = { ...organizationChanged.example.profile, name: { zh: "迟到" } };
    await events.publish(organizationChanged, {
      organizationId: late,
      fairId: fixture.fairId,
      profile,
      changedAt: new Date().toISOString(),
    });
    await soon(() =>
      expect(client.notifications[0]?.content).toMatchObject({ kind: "slotFreed", other: { name: { zh: "迟到" } } }),
    );
    client.close();
  });
});

describe("changed messages", () => {
  test("go to those who may look and have asked to", async () => {
    const { fairId } = fixture;
    const room = { kind: "organization", fairId, organizationId: buyer.organizationId } as const;
    const [mine, stranger] = [connect(service.url, { token: buyer.token }), connect(service.url, { token: exhibitor.token })];
    expect(await mine.socket.emitWithAck("watch", { rooms: [room] })).toEqual({ ok: true });
    expect(await stranger.socket.emitWithAck("watch", { rooms: [room] })).toEqual({ ok: false, code: "FORBIDDEN" });
    const { subject } = await ask();
    await soon(() => expect(mine.changes).toEqual([{ room, entity: "meeting", id: subject, version: 1 }]));
    expect(stranger.changes).toEqual([]);
    mine.close();
    stranger.close();
  });

  test("of a stage reach screens without an account, and nothing else does", async () => {
    const screen = connect(service.url, {});
    const ceremony = { kind: "ceremony", fairId: fixture.fairId, ceremonyId: newId() } as const;
    expect(await screen.socket.emitWithAck("watch", { rooms: [ceremony] })).toEqual({ ok: true });
    const floor = { kind: "floor", fairId: fixture.fairId } as const;
    expect(await screen.socket.emitWithAck("watch", { rooms: [floor] })).toEqual({ ok: false, code: "FORBIDDEN" });
    expect(await screen.socket.emitWithAck("acknowledge", { cursor: "k" })).toEqual({ ok: false, code: "SIGN_IN_NEEDED" });
    screen.close();
  });

  test("CURSOR_UNKNOWN: a place that is none of this log's cannot be acknowledged", async () => {
    const client = connect(service.url, { token: buyer.token });
    for (const cursor of ["zzzz", "k9999.00000000000000000001"]) {
      expect(await client.socket.emitWithAck("acknowledge", { cursor })).toEqual({ ok: false, code: "CURSOR_UNKNOWN" });
    }
    client.close();
  });

  test("cannot be asked for with nonsense", async () => {
    const client = connect(service.url, { token: buyer.token });
    const nonsense: unknown[] = [
      undefined,
      null,
      { rooms: [] },
      { rooms: [{ kind: "all" }] },
      "x".repeat(1_000),
      { $where: "1" },
    ];
    for (const message of nonsense) {
      expect(await client.socket.emitWithAck("watch", message as never)).toEqual({ ok: false, code: "INVALID_INPUT" });
    }
    client.close();
  });
});

describe("tokens", () => {
  test("that are wrong open no socket", async () => {
    const client = connect(service.url, { token: "wrong" });
    const error = await new Promise<Error>((resolve) => client.socket.once("connect_error", resolve));
    expect(error).toMatchObject({ data: { code: "SIGN_IN_NEEDED" } });
    client.close();
  });

  test("end on live sockets: asked for in time, renewed, or closed", async () => {
    const principal = { accountId: newId(), operator: false, grants: [] };
    const short = () => fixture.tokens.sign(principal, { expiresInSeconds: 2 });
    const [renewing, idle] = [connect(service.url, { token: await short() }), connect(service.url, { token: await short() })];
    const asked = new Promise((resolve) => renewing.socket.once("tokenExpiring", resolve));
    await asked;
    const token = await fixture.tokens.sign(principal, { expiresInSeconds: 600 });
    expect(await renewing.socket.emitWithAck("authenticate", { token })).toEqual({ ok: true });
    await soon(() => expect(idle.closings).toMatchObject([{ reason: "tokenExpired" }]));
    expect(renewing.socket.connected).toBe(true);
    const others = await fixture.tokens.sign({ ...principal, accountId: newId() });
    expect(await renewing.socket.emitWithAck("authenticate", { token: others })).toEqual({ ok: false, code: "FORBIDDEN" });
    renewing.close();
  });

  test("of ended sessions receive nothing more within 2 s, and open nothing again", async () => {
    const person = await arrive(fixture, events, "buyer");
    const client = connect(service.url, { token: person.token });
    await soon(() => expect(client.welcomes).toHaveLength(1));
    const endedAt = performance.now();
    const { accountId } = person;
    await events.publish(sessionsEnded, {
      accountId,
      epoch: 1,
      reason: "signedOutEverywhere",
      endedAt: new Date().toISOString(),
    });
    await soon(() => expect(client.closings).toMatchObject([{ reason: "revoked" }]));
    expect(performance.now() - endedAt).toBeLessThan(2_000);
    const again = connect(service.url, { token: person.token });
    const error = await new Promise<Error>((resolve) => again.socket.once("connect_error", resolve));
    expect(error).toMatchObject({ data: { code: "SIGN_IN_NEEDED" } });
    const fresh = await fixture.tokens.sign({ accountId, operator: false, grants: [] }, { epoch: 1 });
    const signedIn = connect(service.url, { token: fresh });
    await soon(() => expect(signedIn.welcomes).toHaveLength(1));
    signedIn.close();
  });
});

describe("the inbox", () => {
  test("pages from the newest backwards, and knows what has been read", async () => {
    const person = await arrive(fixture, events, "buyer");
    const asked: string[] = [];
    for (let n = 0; n < 5; n++) asked.push((await ask(person)).subject);
    const pageOf = async (query: string) => listNotifications.result.parse((await get(person, query)).body);
    await soon(async () => expect((await pageOf("")).items).toHaveLength(5));

    const first = await pageOf("?limit=3");
    const second = await pageOf(`?limit=3&before=${first.nextBefore}`);
    const all = [...first.items, ...second.items];
    expect(meetingIds(all).toSorted()).toEqual(asked.toSorted());
    expect(all.map(({ cursor }) => cursor)).toEqual(
      all
        .map(({ cursor }) => cursor)
        .toSorted()
        .reverse(),
    );
    expect([first.unread, second.nextBefore]).toEqual([5, undefined]);

    const read = await fetch(`${service.url}/api/gateway${markNotificationsRead.path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${person.token}`, "content-type": "application/json" },
      body: JSON.stringify({ cursor: second.items[0]?.cursor }),
    });
    expect(await read.json()).toEqual({ readCursor: second.items[0]?.cursor, unread: 3 });
  });

  test("shows at once what was just pushed, though it is written by another consumer, one by one", async () => {
    const person = await arrive(fixture, events, "buyer");
    const live = connect(service.url, { token: person.token });
    await soon(() => expect(live.welcomes).toHaveLength(1));
    const asked = await Promise.all(Array.from({ length: 60 }, () => ask(person)));
    await vi.waitUntil(() => live.notifications.length === asked.length, { timeout: 10_000, interval: 1 });
    const { body } = await get(person, "?limit=100");
    expect(meetingIds(body.items).toSorted()).toEqual(asked.map(({ subject }) => subject).toSorted());
    live.close();
  });

  test("CURSOR_UNKNOWN: a place that was never given out", async () => {
    expect(await get(buyer, "?before=k0099.00000000000000000001")).toMatchObject({
      status: 422,
      body: { code: "CURSOR_UNKNOWN" },
    });
  });
});
