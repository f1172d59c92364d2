import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { checkChain, type Entry } from "./chain.ts";

const hashOf = (entry: object) =>
  createHash("sha256")
    .update(JSON.stringify(entry, Object.keys(entry).toSorted()))
    .digest("hex");

function chained(facts: readonly string[]): Entry[] {
  const trail: Entry[] = [];
  for (const [index, what] of facts.entries()) {
    const prevHash = trail.at(-1)?.hash ?? "0".repeat(64);
    const unsealed = { index, at: "2026-09-01T07:00:00.000Z", what, dataDigest: hashOf({ what }), prevHash };
    trail.push({ ...unsealed, hash: hashOf(unsealed) });
  }
  return trail;
}

const trail = chained(["called", "signed", "exchanged", "issued"]);
const head = trail.at(-1)?.hash ?? "";

test("given a chain as it was written, when it is recomputed, then it is intact", async () => {
  expect(await checkChain(trail, head)).toEqual({ is: "intact" });
});

test.each([0, 1, 2, 3])("given entry %d rewritten, when the chain is recomputed, then it is broken there", async (place) => {
  const forged = trail.with(place, { ...(trail[place] as Entry), what: "forged" });
  expect(await checkChain(forged, head)).toEqual({ is: "broken", at: place });
});

test("given an entry taken out, or one seal for another chain, when it is recomputed, then it is broken", async () => {
  expect(await checkChain(trail.toSpliced(1, 1), head)).toEqual({ is: "broken", at: 1 });
  expect(await checkChain(trail.slice(0, -1), head)).toEqual({ is: "broken", at: 2 });
});
