import { expect, test } from "vitest";
import { createQueue, type QueueParts, type Sent } from "./create-queue.ts";
import type { Queued, Shelf } from "./entries.ts";

function aShelf(): Shelf {
  const rows = new Map<string, string>();
  return {
    getItem: (name) => rows.get(name) ?? null,
    setItem: (name, value) => void rows.set(name, value),
    removeItem: (name) => void rows.delete(name),
    key: (index) => [...rows.keys()][index] ?? null,
    get length() {
      return rows.size;
    },
  };
}

/** One lock for all tabs, as the browser has it. */
function aLock(): QueueParts["alone"] {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    last = last.then(work);
    return last;
  };
}

function aDevice() {
  const shelf = aShelf();
  const alone = aLock();
  const sent: Queued[] = [];
  const world = { answer: "taken" as Sent, account: "lin" as string | undefined, keys: 0 };
  const tab = () =>
    createQueue({
      shelf,
      alone,
      send: async (entry) => {
        sent.push(entry);
        await Promise.resolve();
        return world.answer;
      },
      newKey: () => `key-${++world.keys}`,
      now: () => world.keys,
      account: () => world.account,
      taken: () => undefined,
    });
  return { tab, sent, world, shelf };
}

test("given no network, when one checks in and the page is loaded again, then it is sent later with the same key and is gone", async () => {
  const { tab, sent, world } = aDevice();
  const before = tab();
  world.answer = "later";
  before.add("fair", "meeting-1");
  expect(await before.flush()).toBe(false);
  const after = tab();
  expect(after.entries.get()).toHaveLength(1);
  world.answer = "taken";
  expect(await after.flush()).toBe(true);
  expect(sent.map(({ key }) => key)).toEqual(["key-1", "key-1"]);
  expect(after.entries.get()).toEqual([]);
});

test("given several tabs, when the network is back and all send at once, then each check-in is sent once", async () => {
  const { tab, sent } = aDevice();
  const tabs = [tab(), tab(), tab()];
  for (const meeting of ["a", "b", "c"]) tabs[0]?.add("fair", meeting);
  await Promise.all(tabs.map((one) => one.flush()));
  expect(sent.map(({ meetingId }) => meetingId)).toEqual(["a", "b", "c"]);
  expect(tabs.map(({ entries }) => entries.get().length)).toEqual([0, 0, 0]);
});

test("given the same meeting tapped twice, then it waits once", () => {
  const { tab } = aDevice();
  const queue = tab();
  queue.add("fair", "a");
  queue.add("fair", "a");
  expect(queue.entries.get()).toHaveLength(1);
});

test("given a refusal, then it is kept with its reason, the others go on, and it is tried again with a new key or put away", async () => {
  const { tab, sent, world } = aDevice();
  const queue = tab();
  queue.add("fair", "a");
  world.answer = { code: "CHECK_IN_NOT_OPEN", title: "Not yet" };
  await queue.flush();
  world.answer = "taken";
  queue.add("fair", "b");
  await queue.flush();
  const [refused] = tab().entries.get();
  expect(refused).toMatchObject({ meetingId: "a", refusal: { title: "Not yet" } });
  if (refused === undefined) return;
  queue.tryAgain(refused);
  await queue.flush();
  expect(sent.map(({ meetingId, key }) => `${meetingId} ${key}`)).toEqual(["a key-1", "b key-2", "a key-3"]);
  expect(queue.entries.get()).toEqual([]);
});

test("given another person at the same device, when the network is back, then only their own check-ins are sent", async () => {
  const { tab, sent, world } = aDevice();
  const queue = tab();
  queue.add("fair", "a");
  world.account = "chen";
  queue.add("fair", "b");
  await queue.flush();
  expect(sent.map(({ meetingId }) => meetingId)).toEqual(["b"]);
  expect(queue.entries.get().map(({ accountId }) => accountId)).toEqual(["lin"]);
});

test("given strange things in the storage, then they are left alone", () => {
  const { tab, shelf } = aDevice();
  shelf.setItem("rialto.check-in.x", "{broken");
  shelf.setItem("rialto.check-in.y", '{"key":1}');
  shelf.setItem("rialto.language", "zh");
  expect(tab().entries.get()).toEqual([]);
});
