import { refuse } from "../errors.ts";
import type { Side } from "../profile/profile.ts";
import { createDecisionBook, type DecisionBook, leaningsOf } from "./decision-book.ts";
import { type ContextSketches, sketchSize, writeSketch } from "./fit-bound.ts";
import type { Member } from "./member.ts";
import { addPosting, createPostings, enlarged, mostMembers, type Postings, packed, removePosting } from "./postings.ts";
import type { Scoring } from "./scoring.ts";

/** Members by number, and who has which feature, so that one member can be scored against the whole other side. */
export type CandidateIndex = {
  scoring: Scoring;
  book: DecisionBook;
  members: (Member | undefined)[];
  numbers: Map<string, number>;
  freeNumbers: number[];
  hashes: number[];
  /** 1 for a buyer, 0 for an exhibitor, by member number. */
  sides: number[];
  sketches: ContextSketches;
  /** Log-odds by member number, refreshed from the book. */
  picky: number[];
  popular: number[];
  postings: Record<Side, { needs: Postings; offers: Postings }>;
  /** Scratch: products of the queried member's needs (offers) with each other member's offers (needs). */
  ownDot: Int32Array<ArrayBuffer>;
  otherDot: Int32Array<ArrayBuffer>;
};

export const createCandidateIndex = (scoring: Scoring): CandidateIndex => ({
  scoring,
  book: createDecisionBook(),
  members: [],
  numbers: new Map(),
  freeNumbers: [],
  hashes: [],
  sides: [],
  sketches: new Int32Array(0),
  picky: [],
  popular: [],
  postings: {
    buyer: { needs: createPostings(), offers: createPostings() },
    exhibitor: { needs: createPostings(), offers: createPostings() },
  },
  ownDot: new Int32Array(0),
  otherDot: new Int32Array(0),
});

export const otherSide = (side: Side): Side => (side === "buyer" ? "exhibitor" : "buyer");

/** Gives the member its number, the same as before when its id is known, and makes it findable. */
export function putMember(index: CandidateIndex, member: Member): number {
  const known = index.numbers.get(member.id);
  if (known !== undefined) takeFeatures(index, known);
  const number = known ?? index.freeNumbers.pop() ?? index.members.length;
  if (number >= mostMembers) refuse("PROFILE_INVALID", { members: number });
  index.numbers.set(member.id, number);
  index.members[number] = member;
  index.hashes[number] = member.hash;
  index.sides[number] = member.side === "buyer" ? 1 : 0;
  if ((number + 1) * sketchSize > index.sketches.length)
    index.sketches = enlarged(index.sketches, Math.ceil((number + 1) * sketchSize * 1.5));
  writeSketch(index.sketches, number, member);
  refreshLeanings(index, number);
  const { needs, offers } = index.postings[member.side];
  eachFeature(member, (list, feature, weight) => addPosting(list === "needs" ? needs : offers, feature, packed(number, weight)));
  return number;
}

/** The number stays reserved until freeNumber, so that lists can still be compared with what they were. */
export function dropMember(index: CandidateIndex, number: number): void {
  takeFeatures(index, number);
  index.numbers.delete(index.members[number]!.id);
}

export function freeNumber(index: CandidateIndex, number: number): void {
  index.members[number] = undefined;
  index.freeNumbers.push(number);
}

export function refreshLeanings(index: CandidateIndex, number: number): boolean {
  const { picky, popular } = leaningsOf(index.book, index.members[number]!.id);
  const same = index.picky[number] === picky && index.popular[number] === popular;
  index.picky[number] = picky;
  index.popular[number] = popular;
  return !same;
}

function takeFeatures(index: CandidateIndex, number: number): void {
  const member = index.members[number]!;
  const { needs, offers } = index.postings[member.side];
  eachFeature(member, (list, feature, weight) =>
    removePosting(list === "needs" ? needs : offers, feature, packed(number, weight)),
  );
}

function eachFeature(
  { data, needsEnd, offersEnd }: Member,
  visit: (list: "needs" | "offers", feature: number, weight: number) => void,
): void {
  for (let at = 0; at < offersEnd; at += 2) visit(at < needsEnd ? "needs" : "offers", data[at]!, data[at + 1]!);
}
