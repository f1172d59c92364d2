import { refuse } from "../errors.ts";
import type { Side } from "../profile/profile.ts";
import { type ContextSketches, createSketches, writeSketch } from "./context-sketch.ts";
import { createDecisionBook, type DecisionBook, leaningsOf } from "./decision-book.ts";
import type { Member } from "./member.ts";
import { addPosting, createPostings, mostMembers, type Postings, packed, removePosting } from "./postings.ts";
import { createScratch, type QueryScratch } from "./query-scratch.ts";
import type { Leanings, Scoring } from "./scoring.ts";
import { stableHash } from "./stable-hash.ts";

/** Members by number, and who has which feature, so that one member can be scored against the whole other side. */
export type CandidateIndex = {
  scoring: Scoring;
  book: DecisionBook;
  members: (Member | undefined)[];
  numbers: Map<string, number>;
  freeNumbers: number[];
  /** A name and its stable hash stay as long as the number does. */
  ids: string[];
  hashes: number[];
  sketches: ContextSketches;
  columns: Columns;
  postings: Record<Side, { needs: Postings; offers: Postings }>;
  /** One more than the largest number that anybody of a side has had. */
  ends: Record<Side, number>;
  scratch: QueryScratch;
};

/** What a query reads of thousands of members, by member number; all are grown together. */
export type Columns = {
  /** 1 for a buyer, 0 for an exhibitor. */
  sides: Uint8Array<ArrayBuffer>;
  /** 1 for a member with rules of whom not to meet. */
  guarded: Uint8Array<ArrayBuffer>;
  /** Hash of the organization, never 0; 0 without one. */
  organizations: Int32Array<ArrayBuffer>;
  /** For each member `gateSize` numbers side by side, in one line of the processor's cache. */
  gates: Float32Array<ArrayBuffer>;
};

/**
 * What a gate holds: log-odds, refreshed from the book and exact in so few bits; how low a score may interest the member; and on
 * how many lists it may be shown.
 */
export const gate = { picky: 0, popular: 1, floor: 2, reach: 3 } as const;
export const gateSize = 4;
/** Says that no score is too low. */
const openGate = -1;

const columnsFor = (size: number): Columns => ({
  sides: new Uint8Array(size),
  guarded: new Uint8Array(size),
  organizations: new Int32Array(size),
  gates: new Float32Array(size * gateSize),
});

export const createCandidateIndex = (scoring: Scoring): CandidateIndex => ({
  scoring,
  book: createDecisionBook(),
  members: [],
  numbers: new Map(),
  freeNumbers: [],
  ids: [],
  hashes: [],
  sketches: createSketches(),
  columns: columnsFor(0),
  postings: {
    buyer: { needs: createPostings(), offers: createPostings() },
    exhibitor: { needs: createPostings(), offers: createPostings() },
  },
  ends: { buyer: 0, exhibitor: 0 },
  scratch: createScratch(0),
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
  index.ids[number] = member.id;
  index.hashes[number] = member.hash;
  index.ends[member.side] = Math.max(index.ends[member.side], number + 1);
  writeSketch(index.sketches, number, member);
  writeColumns(index, number, member);
  refreshLeanings(index, number);
  const { needs, offers } = index.postings[member.side];
  eachFeature(member, (list, feature, weight) => addPosting(list === "needs" ? needs : offers, feature, packed(number, weight)));
  return number;
}

function writeColumns(index: CandidateIndex, number: number, { side, rules, organizationId }: Member): void {
  if (number >= index.columns.sides.length) {
    const larger = columnsFor(Math.ceil((number + 1) * 1.5));
    for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(index.columns[name]);
    index.columns = larger;
  }
  const { sides, guarded, organizations } = index.columns;
  sides[number] = side === "buyer" ? 1 : 0;
  guarded[number] = rules === undefined ? 0 : 1;
  organizations[number] = organizationId === undefined ? 0 : stableHash(organizationId) || 1;
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

/** Answers whether they are others than before. */
export function refreshLeanings(index: CandidateIndex, number: number): boolean {
  return setLeanings(index, number, leaningsOf(index.book, index.members[number]!.id));
}

export function setLeanings({ columns: { gates } }: CandidateIndex, number: number, { picky, popular }: Leanings): boolean {
  const base = number * gateSize;
  const same = gates[base + gate.picky] === picky && gates[base + gate.popular] === popular;
  gates[base + gate.picky] = picky;
  gates[base + gate.popular] = popular;
  return !same;
}

export const pickyOf = ({ columns: { gates } }: CandidateIndex, number: number): number => gates[number * gateSize + gate.picky]!;
export const popularOf = ({ columns: { gates } }: CandidateIndex, number: number): number =>
  gates[number * gateSize + gate.popular]!;

/** Notes that lower scores do not interest the member: a hair less than `floor`, which has more bits than the gate. */
export function setGateFloor({ columns: { gates } }: CandidateIndex, number: number, floor: number): void {
  gates[number * gateSize + gate.floor] = floor < 0 ? openGate : floor * (1 - 2 ** -22);
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
