import type { CandidateIndex } from "../src/live/candidate-index.ts";
import type { ListKnobs } from "../src/live/live-lists.ts";
import { pairScore } from "../src/live/pair-score.ts";

type Place = { score: number; hash: number; id: string };

/** The order of candidates: score, then stable hash, then id. */
const isBefore = (a: Place, b: Place): boolean =>
  a.score !== b.score ? a.score > b.score : a.hash !== b.hash ? a.hash < b.hash : a.id < b.id;

export type NaiveList = { id: string; score: number }[];

/**
 * Everybody's list from its definition: all pairs scored one by one from the two profiles, all candidates sorted. Shares
 * with the engine the score of a pair; no postings, no rankings, nothing kept.
 */
export function naiveLists(index: CandidateIndex, { listLength, depth, exposurePerSeat }: ListKnobs): Map<string, NaiveList> {
  const numbers = [...index.numbers.values()];
  const ranked = new Map(numbers.map((number) => [number, [] as (Place & { number: number })[]]));
  for (const a of numbers.filter((number) => index.members[number]!.side === "buyer")) {
    for (const b of numbers.filter((number) => index.members[number]!.side === "exhibitor")) {
      const score = pairScore(index, a, b);
      if (score === undefined) continue;
      ranked.get(a)!.push({ number: b, score, hash: index.hashes[b]!, id: index.members[b]!.id });
      ranked.get(b)!.push({ number: a, score, hash: index.hashes[a]!, id: index.members[a]!.id });
    }
  }
  for (const list of ranked.values()) list.sort((x, y) => (isBefore(x, y) ? -1 : 1));
  const reach = (host: number) =>
    Math.min(
      index.members[host]!.capacity === Infinity ? Infinity : 2000,
      Math.floor(index.members[host]!.capacity * exposurePerSeat),
    );
  const sees = (host: number, guest: number) => ranked.get(host)!.findIndex(({ number }) => number === guest) < reach(host);
  const listOf = (number: number) =>
    ranked
      .get(number)!
      .slice(0, depth)
      .filter((place) => sees(place.number, number))
      .slice(0, listLength);
  return new Map(numbers.map((number) => [index.members[number]!.id, listOf(number).map(({ id, score }) => ({ id, score }))]));
}
