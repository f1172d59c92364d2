import fc from "fast-check";
import { expect, test } from "vitest";
import { beginRanking, createRankings, endRanking, hasRanking, insert, type Rankings, remove } from "./rankings.ts";

const everybody = Array.from({ length: 40 }, (_, at) => at);
const identity = { ids: everybody.map((at) => `m${at}`), hashes: everybody.map((at) => (at * 7_919) % 11) };

type Candidate = { score: number; member: number };
type Owner = { room: number; candidates: Candidate[] };

const owner = fc.integer({ min: 0, max: 5 });
const begin = fc.record({ owner, room: fc.constantFrom(2, 3, 5) });
const end = fc.record({ owner });
const candidate = fc.record({ owner, member: fc.constantFrom(...everybody), score: fc.constantFrom(0.1, 0.2, 0.3) });
const step = fc.oneof({ weight: 1, arbitrary: begin }, { weight: 1, arbitrary: end }, { weight: 9, arbitrary: candidate });

test("given owners that come and go, then each has the first of its candidates, and places are never more than were needed at once", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
      const rankings = createRankings();
      const owners = new Map<number, Owner>();
      const peaks = new Map<number, number>();
      for (const next of steps) {
        if ("room" in next) {
          beginRanking(rankings, next.owner, next.room);
          owners.set(next.owner, { room: next.room, candidates: [] });
        } else if ("member" in next) comesOrGoes(rankings, next.owner, next, owners.get(next.owner)?.candidates);
        else if (owners.delete(next.owner)) endRanking(rankings, next.owner);
        for (const [number, each] of owners) checkOwner(rankings, number, each);
        for (const [room, { length }] of Map.groupBy(
          [...owners.values()].map((each) => each.room),
          (each) => each,
        ))
          peaks.set(room, Math.max(length, peaks.get(room) ?? 0));
      }
      expect(rankings.used).toBe([...peaks].reduce((sum, [room, peak]) => sum + room * peak, 0));
    }),
    { numRuns: 400 },
  );
});

/** Whoever is a candidate already leaves with the score that it came with. */
function comesOrGoes(rankings: Rankings, number: number, { member, score }: Candidate, candidates?: Candidate[]): void {
  const at = candidates?.findIndex((each) => each.member === member) ?? -1;
  if (at >= 0) {
    remove(rankings, number, candidates![at]!.score, member, identity);
    candidates!.splice(at, 1);
  } else if (candidates !== undefined) {
    insert(rankings, number, score, member, identity);
    candidates.push({ member, score });
    candidates.sort((a, b) => b.score - a.score || identity.hashes[a.member]! - identity.hashes[b.member]! || byId(a, b));
  }
}

const byId = (a: Candidate, b: Candidate): number => (identity.ids[a.member]! < identity.ids[b.member]! ? -1 : 1);

function checkOwner(rankings: Rankings, number: number, { room, candidates }: Owner): void {
  const from = rankings.start[number]!;
  const size = rankings.size[number]!;
  const ranked = Array.from({ length: size }, (_, at) => ({
    member: rankings.members[from + at]!,
    score: rankings.scores[from + at]!,
  }));
  expect(hasRanking(rankings, number)).toBe(true);
  expect(size).toBeLessThanOrEqual(room);
  expect(ranked).toEqual(candidates.slice(0, size));
  if (rankings.floorScores[number]! < 0) expect(size).toBe(candidates.length);
}
