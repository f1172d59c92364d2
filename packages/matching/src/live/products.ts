import { type CandidateIndex, otherSide } from "./candidate-index.ts";
import { leastProduct } from "./fit.ts";
import { largestWeight, type Postings, weightBits } from "./postings.ts";
import { createScratch } from "./query-scratch.ts";

/** Fills in both products of a member with everybody, and who shares enough; answers how many those are. `clearProducts` must follow. */
export function addProducts(index: CandidateIndex, number: number): number {
  const size = index.members.length;
  if (index.scratch.sharing.length < size) index.scratch = createScratch(Math.ceil(size * 1.5));
  const { side, data, needsEnd, offersEnd } = index.members[number]!;
  const { needs, offers } = index.postings[otherSide(side)];
  const { ownDot, otherDot, sharing } = index.scratch;
  const some = addDots(ownDot, offers, data, 0, needsEnd, sharing, 0, otherDot);
  return addDots(otherDot, needs, data, needsEnd, offersEnd, sharing, some, ownDot);
}

export function clearProducts({ members, ends, scratch }: CandidateIndex, number: number): void {
  const end = ends[otherSide(members[number]!.side)];
  scratch.ownDot.fill(0, 0, end);
  scratch.otherDot.fill(0, 0, end);
}

/**
 * Adds weight times weight for every member that has one of the query's features. Appends to `sharing`, from `count` on, who
 * comes to share enough by it and does not by `known` already. Weights are never negative, so nobody comes to it twice.
 */
function addDots(
  dots: Int32Array,
  { pool, start, length }: Postings,
  data: Int32Array,
  from: number,
  to: number,
  sharing: Int32Array,
  count: number,
  known: Int32Array,
): number {
  let end = count;
  for (let at = from; at < to; at += 2) {
    const feature = data[at]!;
    const weight = data[at + 1]!;
    const begin = start[feature] ?? 0;
    const stop = begin + (length[feature] ?? 0);
    for (let posting = begin; posting < stop; posting++) {
      const value = pool[posting]!;
      const member = value >>> weightBits;
      const before = dots[member]!;
      const after = (before + Math.imul(weight, value & largestWeight)) | 0;
      dots[member] = after;
      if (after >= leastProduct && before < leastProduct && known[member]! < leastProduct) sharing[end++] = member;
    }
  }
  return end;
}
