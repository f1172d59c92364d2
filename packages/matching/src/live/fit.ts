import { contextKinds } from "../profile/context.ts";
import type { Member } from "./member.ts";
import { largestWeight } from "./postings.ts";

export const scale = largestWeight * largestWeight;

/** How much each part counts in a fit; parts that nobody asked for drop out and the others share their place. */
export const shares = { product: 0.7, market: 0.1, certificate: 0.08, tag: 0.05, language: 0.05, quantity: 0.02 } as const;
export const shareOf = contextKinds.map((kind) => shares[kind]);
/** Of certificates and tags the share that is answered counts; any shared market, language or order size will do. */
export const kindsByCount = contextKinds.flatMap((kind, at) => (kind === "certificate" || kind === "tag" ? [at] : []));
const kinds = contextKinds.length;

const steepness = 2;
/** What an offer that says nothing about a kind is taken to answer of it. */
const unknown = 0.5;

/** Needs and offers that share less than this product of vectors (a chapter, a common word) are no candidates. */
export const leastProduct = Math.round(0.25 * scale);

/** From 0 (nothing shared) towards 1, rising with every shared feature; one fully met need gives 0.86. */
export const productFit = (dot: number): number => 1 - Math.exp((-steepness * dot) / scale);

export const allKinds = (1 << kinds) - 1;
/** What the kinds of a set, one bit each, count together. */
export const shareOfKinds = Float64Array.from({ length: allKinds + 1 }, (_, set) =>
  shareOf.reduce((sum: number, share, kind) => (set & (1 << kind) ? sum + share : sum), 0),
);

/**
 * How well one member's offers meet another's needs, between 0 and 1: the product fit, and what is answered of all that the
 * asked kinds count.
 */
export const fitFrom = (product: number, answered: number, askedKinds: number): number =>
  (shares.product * product + answered) / totalOf(askedKinds);

/** What the product and the asked kinds count together. */
const totalOf = (askedKinds: number): number => shares.product + shareOfKinds[askedKinds]!;

const kindsOfAny = kindsByCount.reduce((set: number, kind) => set & ~(1 << kind), allKinds);

/** What is answered of the context but for the kinds that count: half of what nothing is said about, and all that is met. */
export const answeredByAny = (kindsUnsaid: number, kindsMet: number): number =>
  unknown * shareOfKinds[kindsUnsaid]! + shareOfKinds[kindsMet & kindsOfAny]!;

/** The fit of two members, straight from their profiles. */
export function fitOf(needy: Member, offering: Member, dot: number): number {
  if (dot <= 0) return 0;
  const answered = answeredBetween(needy, offering);
  return fitFrom(productFit(dot), answered, kindsOf(asked));
}

/** What `offering` answers of the context that `needy` asks: each kind's share times how much of it is covered. */
export function answeredBetween(needy: Member, offering: Member): number {
  countContext(needy, offering);
  let sum = answeredByAny(kindsOf(asked) & ~kindsOf(says), kindsOf(hits));
  for (const kind of kindsByCount) if (hits[kind]! > 0) sum += shareOf[kind]! * coverage(kind);
  return sum;
}

const asked = new Int32Array(kinds);
const hits = new Int32Array(kinds);
const says = new Uint8Array(kinds);

function kindsOf(counts: Int32Array | Uint8Array): number {
  let set = 0;
  for (let kind = 0; kind < kinds; kind++) if (counts[kind]! > 0) set |= 1 << kind;
  return set;
}

function coverage(kind: number): number {
  if (!says[kind]) return unknown;
  return kindsByCount.includes(kind) ? hits[kind]! / asked[kind]! : Math.min(1, hits[kind]!);
}

function countContext(needy: Member, offering: Member): void {
  for (let kind = 0; kind < kinds; kind++) {
    asked[kind] = 0;
    hits[kind] = 0;
    says[kind] = 0;
  }
  const a = needy.data;
  const b = offering.data;
  const end = b.length;
  for (let at = offering.askedEnd; at < end; at++) says[b[at]! & 7] = 1;
  const askedEnd = needy.askedEnd;
  let to = offering.askedEnd;
  for (let at = needy.offersEnd; at < askedEnd; at++) {
    const token = a[at]!;
    asked[token & 7]!++;
    while (to < end && b[to]! < token) to++;
    if (to < end && b[to] === token) hits[token & 7]!++;
  }
}

export type ContextPart = { kind: (typeof contextKinds)[number]; coverage: number; share: number; known: boolean };

/** The same numbers, taken apart for an explanation: shares already scaled so that everything adds up to the fit. */
export function fitParts(needy: Member, offering: Member, dot: number): { product: number; context: ContextPart[] } {
  if (dot <= 0) return { product: 0, context: [] };
  countContext(needy, offering);
  const present = contextKinds.map((_, kind) => kind).filter((kind) => asked[kind]! > 0);
  const total = totalOf(kindsOf(asked));
  const context = present.map((kind) => ({
    kind: contextKinds[kind]!,
    coverage: coverage(kind),
    share: shareOf[kind]! / total,
    known: says[kind] === 1,
  }));
  return { product: (shares.product * productFit(dot)) / total, context };
}
