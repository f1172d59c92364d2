import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { closeMongo, connectMongo, mongoHealth } from "../src/connection.ts";
import { IdempotencyKeyReused, UnfitEvent, UniqueConflict } from "../src/errors.ts";
import { idFor } from "../src/id-for.ts";
import { createStore } from "../src/store.ts";
import { type Booth, boothHeld, boothsDeclaration, hold, noBooth, note, release, someCause } from "./booths.ts";
import { testDatabase } from "./database.ts";
import { mongoUrl } from "./mongo-url.ts";

const connection = await testDatabase();
const booths = createStore(connection, boothsDeclaration);
await booths.ready();

const stored = (id: string) =>
  booths.model.findById(id).lean<{ pending: { seq: number }[]; seq: number; version: number; writes: string[] }>();
const keyed = (key: string, fingerprint = "same", actorId = "a") => someCause({ actorId, idempotency: { key, fingerprint } });

test("what was never written has version 0 and the initial state", async () => {
  expect(await booths.load(randomUUID())).toMatchObject({ version: 0, state: noBooth });
});

test("state, version and pending events are written together", async () => {
  const id = randomUUID();
  const cause = someCause({ causationId: randomUUID(), actorId: "actor", traceparent: "00-1-2-01" });
  const written = await booths.update(id, () => [hold(id, "o1"), release(id)], cause);
  expect(written).toMatchObject({ id, version: 2, repeated: false, state: { status: "free", holders: ["o1"] } });
  expect(await booths.load(id)).toEqual({ id, version: 2, state: written.state });
  const document = await booths.model.findById(id).lean();
  expect(document?.pending).toEqual(written.events);
  expect(written.events[0]).toMatchObject({ ...cause, seq: 1, subject: id, source: "/rialto/persistence", type: boothHeld.type });
});

test("private events are folded and not sent, and public ones are numbered without gaps", async () => {
  const id = randomUUID();
  await booths.update(id, () => [note("a"), hold(id, "o1"), note("b")], someCause());
  await booths.update(id, () => [note("c")], someCause());
  await booths.update(id, () => [release(id)], someCause());
  const document = await stored(id);
  expect(document).toMatchObject({ version: 5, seq: 2 });
  expect(document?.pending.map(({ seq }) => seq)).toEqual([1, 2]);
  expect((await booths.load(id)).state.notes).toEqual(["a", "b", "c"]);
});

test("a decision with nothing to say writes nothing", async () => {
  const id = randomUUID();
  expect(await booths.update(id, () => [], someCause())).toMatchObject({ version: 0, events: [], repeated: false });
  expect(await booths.model.countDocuments({ _id: id })).toBe(0);
});

test("what the decision throws reaches the caller, and nothing is written", async () => {
  const id = randomUUID();
  const refused = booths.update(
    id,
    () => {
      throw new Error("no");
    },
    someCause(),
  );
  await expect(refused).rejects.toThrow("no");
  expect(await booths.model.countDocuments({ _id: id })).toBe(0);
});

test("an event about another aggregate is not written", async () => {
  const id = randomUUID();
  await expect(booths.update(id, () => [hold(randomUUID(), "o1")], someCause())).rejects.toThrow(UnfitEvent);
});

test("undefined vanishes, empty objects, empty lists, nulls and operators in values stay", async () => {
  const id = randomUUID();
  const odd = { empty: {}, list: [], nothing: null, dollar: "$set", nested: { deep: {} } };
  const store = createStore(connection, {
    ...boothsDeclaration,
    name: "odd",
    evolve: () => ({ ...noBooth, odd, gone: undefined }) as Booth,
  });
  await store.update(id, () => [hold(id, "$holder")], someCause());
  const { state } = await store.load(id);
  expect(state).toStrictEqual({ ...noBooth, odd });
  expect(JSON.stringify(state)).toBe(JSON.stringify({ ...noBooth, odd }));
});

test("200 contenders on one document in one process all get their turn", async () => {
  const id = randomUUID();
  const contenders = Array.from({ length: 200 }, (_, n) => booths.update(id, () => [hold(id, `o${n}`)], someCause()));
  await Promise.all(contenders);
  const { state, version } = await booths.load(id);
  expect(version).toBe(200);
  expect(new Set(state.holders).size).toBe(200);
  expect((await stored(id))?.pending.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
});

test("contenders in several processes lose against each other and still all get their turn", async () => {
  const id = randomUUID();
  const others = await Promise.all([1, 2, 3, 4].map(() => connectMongo({ url: mongoUrl(), database: connection.name })));
  const stores = others.map((other) => createStore(other, boothsDeclaration));
  const contenders = stores.flatMap((store) =>
    Array.from({ length: 25 }, () => store.update(id, () => [hold(id, randomUUID())], someCause())),
  );
  await Promise.all(contenders);
  expect((await booths.load(id)).version).toBe(100);
  expect((await stored(id))?.writes).toHaveLength(16);
  await Promise.all(others.map(closeMongo));
});

test("a create and an equal create at the same time: both end, on one document", async () => {
  const id = randomUUID();
  const second = createStore(await connectMongo({ url: mongoUrl(), database: connection.name }), boothsDeclaration);
  const decide = (state: Booth) => (state.status === "none" ? [hold(id, "o1")] : []);
  const outcomes = await Promise.all([booths, second].map((store) => store.update(id, decide, someCause())));
  expect(outcomes.map(({ events }) => events.length).sort()).toEqual([0, 1]);
  await closeMongo(second.model.db);
});

test("an Idempotency-Key carried twice answers with the first result", async () => {
  const id = randomUUID();
  const first = await booths.update(id, () => [hold(id, "o1")], keyed("k1"));
  await booths.update(id, () => [release(id)], someCause());
  const again = await booths.update(
    id,
    () => {
      throw new Error("must not decide again");
    },
    keyed("k1"),
  );
  expect(again).toEqual({ id, version: 1, state: first.state, events: [], repeated: true });
  expect((await booths.load(id)).version).toBe(2);
});

test("an Idempotency-Key is remembered although the decision had nothing to say", async () => {
  const id = randomUUID();
  await booths.update(id, () => [hold(id, "o1")], someCause());
  const quiet = await Promise.all([1, 2, 3].map(() => booths.update(id, () => [], keyed("quiet"))));
  expect(quiet.map(({ repeated }) => repeated).sort()).toEqual([false, true, true]);
  expect(await booths.update(id, () => [release(id)], keyed("quiet"))).toMatchObject({ repeated: true, version: 1 });
});

test("an Idempotency-Key carried twice at the same time decides once", async () => {
  const id = randomUUID();
  const second = createStore(await connectMongo({ url: mongoUrl(), database: connection.name }), boothsDeclaration);
  const cause = keyed("k2");
  const outcomes = await Promise.all(
    [booths, second, booths, second].map((store) => store.update(id, () => [hold(id, "o1", [`${id}-claim`])], cause)),
  );
  expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect((await booths.load(id)).state.holders).toEqual(["o1"]);
  await closeMongo(second.model.db);
});

test("IdempotencyKeyReused: the same key with another command", async () => {
  const id = randomUUID();
  await booths.update(id, () => [hold(id, "o1")], keyed("k3", "hold"));
  await expect(booths.update(id, () => [release(id)], keyed("k3", "release"))).rejects.toThrow(IdempotencyKeyReused);
});

test("an Idempotency-Key belongs to its account", async () => {
  const id = randomUUID();
  await booths.update(id, () => [hold(id, "o1")], keyed("k4", "same", "alice"));
  expect(await booths.update(id, () => [release(id)], keyed("k4", "same", "bob"))).toMatchObject({ repeated: false, version: 2 });
});

test("a document remembers its last 8 keys", async () => {
  const id = randomUUID();
  for (let n = 0; n < 9; n++) await booths.update(id, () => [hold(id, `o${n}`)], keyed(`n${n}`));
  expect(await booths.update(id, () => [], keyed("n1"))).toMatchObject({ repeated: true, version: 2 });
  expect(await booths.update(id, () => [], keyed("n0"))).toMatchObject({ repeated: false, version: 9 });
});

test("a create with an Idempotency-Key meets its own document", () => {
  const cause = keyed("create");
  expect(idFor(cause, "holdBooth")).toBe(idFor({ ...cause, correlationId: "other" }, "holdBooth"));
  expect(idFor(cause, "holdBooth")).not.toBe(idFor(cause, "releaseBooth"));
  expect(idFor(someCause(), "holdBooth")).not.toBe(idFor(someCause(), "holdBooth"));
});

test("UniqueConflict names the index and the claim, and nothing is written", async () => {
  const [claim, winner, loser] = [randomUUID(), randomUUID(), randomUUID()];
  await booths.update(winner, () => [hold(winner, "o1", [claim, randomUUID()])], someCause());
  const refused = booths.update(loser, () => [hold(loser, "o2", [randomUUID(), claim])], someCause());
  await expect(refused).rejects.toThrow(UniqueConflict);
  await expect(refused).rejects.toMatchObject({ index: "claims", keyValue: { "state.claims": claim } });
  expect((await booths.load(loser)).version).toBe(0);
  await booths.update(winner, () => [release(winner)], someCause());
  expect(await booths.update(loser, () => [hold(loser, "o2", [claim])], someCause())).toMatchObject({ version: 1 });
});

test("one claim and 100 contenders: exactly one winner", async () => {
  const claim = randomUUID();
  const attempts = await Promise.allSettled(
    Array.from({ length: 100 }, () => randomUUID()).map((id) => booths.update(id, () => [hold(id, id, [claim])], someCause())),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const losers = attempts.filter((attempt) => attempt.status === "rejected");
  expect(losers.every(({ reason }) => reason instanceof UniqueConflict)).toBe(true);
});

test("listeners hear of a write with public events before update resolves, and whether anything else is pending", async () => {
  const id = randomUUID();
  const heard: [number, boolean][] = [];
  const store = createStore(
    connection,
    { ...boothsDeclaration, name: "heard" },
    { onWritten: (write) => heard.push([write.events.length, write.nothingElsePending]) },
  );
  await store.update(id, () => [note("silent")], someCause());
  await store.update(id, () => [hold(id, "o1")], someCause());
  await store.update(id, () => [release(id)], someCause());
  expect(heard).toEqual([
    [1, true],
    [1, false],
  ]);
});

test("ready can be called by several processes at once, and rejects an index that was changed under the same name", async () => {
  const other = await connectMongo({ url: mongoUrl(), database: connection.name });
  const stores = [1, 2, 3].map((n) =>
    createStore(n === 1 ? connection : n === 2 ? other : connection, {
      ...boothsDeclaration,
      name: n === 3 ? "again2" : "again",
    }),
  );
  await Promise.all(stores.map((store) => store.ready()));
  const changed = createStore(other, {
    ...boothsDeclaration,
    name: "again2",
    indexes: [{ name: "claims", fields: { "state.status": 1 } }],
  });
  await expect(changed.ready()).rejects.toThrow();
  await closeMongo(other);
});

test("health says whether the primary answers", async () => {
  const own = await connectMongo({ url: mongoUrl(), database: connection.name });
  expect(await mongoHealth(own)).toEqual({ healthy: true });
  await closeMongo(own);
  expect(await mongoHealth(own)).toMatchObject({ healthy: false });
});
