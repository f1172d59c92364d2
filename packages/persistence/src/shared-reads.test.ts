import fc from "fast-check";
import { expect, test } from "vitest";
import { createSharedReads } from "./shared-reads.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("what is asked for in one turn goes together, and so does what arrives while all trips are under way", async () => {
  const trips: { ids: readonly string[]; arrive: () => void }[] = [];
  const reads = createSharedReads<string, string>(
    (ids) => new Promise((resolve) => trips.push({ ids, arrive: () => resolve(ids.map((id) => `${id}!`)) })),
    { tripsAtOnce: 2, requestsPerTrip: 3 },
  );
  const ask = (...ids: string[]) => ids.map((id) => reads.read(id));
  const found = ask("a", "b");
  await turn();
  for (const id of ["c", "d", "e", "f", "g"]) {
    found.push(...ask(id));
    await turn();
  }
  expect(trips.map(({ ids }) => ids)).toEqual([["a", "b"], ["c"]]);
  for (let n = 0; n < 4; n++) {
    trips[n]?.arrive();
    await turn();
  }
  expect(trips.map(({ ids }) => ids)).toEqual([["a", "b"], ["c"], ["d", "e", "f"], ["g"]]);
  expect(await Promise.all(found)).toEqual(["a!", "b!", "c!", "d!", "e!", "f!", "g!"]);
});

test("a trip that fails fails for its own requests only", async () => {
  const reads = createSharedReads<string, string>(
    async (ids) => {
      if (ids.includes("bad")) throw new Error("lost");
      return ids;
    },
    { tripsAtOnce: 1, requestsPerTrip: 2 },
  );
  const outcomes = await Promise.allSettled(["a", "bad", "b", "c"].map((id) => reads.read(id)));
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled", "fulfilled"]);
});

test("however trips return, each request gets its own answer", async () => {
  const property = fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(9), { maxLength: 30 }), async (scheduler, requests) => {
    const reads = createSharedReads<number, number>((ids) => scheduler.schedule(Promise.resolve(ids.map((id) => id * 10))), {
      tripsAtOnce: 2,
      requestsPerTrip: 4,
    });
    const found = await scheduler.waitFor(Promise.all(requests.map((request) => reads.read(request))));
    expect(found).toEqual(requests.map((request) => request * 10));
  });
  await fc.assert(property, { numRuns: 500 });
});
