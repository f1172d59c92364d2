import { contextKinds } from "../profile/context.ts";
import { productFit, shareOf, shares, sharesOfAny, unknown } from "./fit.ts";
import type { Member } from "./member.ts";
import { enlarged } from "./postings.ts";

const kinds = contextKinds.length;
const wordsPerKind = 2;
const countsAt = kinds * wordsPerKind;
/** Asked values and how many they are: one line of the processor's cache. */
const asksSize = 16;
const answersSize = kinds * wordsPerKind;
/** The last bit of a kind stands for all its values that came too late for one of their own. */
const bitsPerKind = 32 * wordsPerKind - 1;
const lateBit = 1 << 31;

/**
 * What each member asks and answers, as bit sets side by side, because a query reads thousands of them: per kind two words
 * of values asked and two of values answered, and how many are asked. The first 63 values of a kind have a bit of their own.
 */
export type ContextSketches = {
  asks: Int32Array<ArrayBuffer>;
  answers: Int32Array<ArrayBuffer>;
  bits: Map<number, number>;
  /** Bits given out, by kind. */
  given: number[];
};

export const createSketches = (): ContextSketches => ({
  asks: new Int32Array(0),
  answers: new Int32Array(0),
  bits: new Map(),
  given: Array.from({ length: kinds }, () => 0),
});

export function writeSketch(sketches: ContextSketches, number: number, { data, offersEnd, askedEnd }: Member): void {
  if ((number + 1) * asksSize > sketches.asks.length) grow(sketches, number);
  const { asks, answers } = sketches;
  const asksAt = number * asksSize;
  const answersAt = number * answersSize;
  asks.fill(0, asksAt, asksAt + asksSize);
  answers.fill(0, answersAt, answersAt + answersSize);
  for (let at = offersEnd; at < askedEnd; at++) {
    setBit(sketches, asks, asksAt, data[at]!);
    asks[asksAt + countsAt + (data[at]! & 7)]!++;
  }
  for (let at = askedEnd; at < data.length; at++) setBit(sketches, answers, answersAt, data[at]!);
}

function grow(sketches: ContextSketches, number: number): void {
  const members = Math.ceil((number + 1) * 1.5);
  sketches.asks = enlarged(sketches.asks, members * asksSize);
  sketches.answers = enlarged(sketches.answers, members * answersSize);
}

function setBit(sketches: ContextSketches, words: Int32Array, base: number, token: number): void {
  const bit = bitOf(sketches, token);
  words[base + (token & 7) * wordsPerKind + (bit >> 5)]! |= 1 << (bit & 31);
}

function bitOf({ bits, given }: ContextSketches, token: number): number {
  const known = bits.get(token);
  if (known !== undefined) return known;
  const kind = token & 7;
  if (given[kind]! >= bitsPerKind) return bitsPerKind;
  bits.set(token, given[kind]!);
  return given[kind]!++;
}

/** The same number as `fitOf`, bit for bit, from the sketches; -1 when they do not tell, because both have late values. */
export function sketchedFit({ asks, answers }: ContextSketches, needy: number, offering: number, dot: number): number {
  if (dot <= 0) return 0;
  const asksAt = needy * asksSize;
  const answersAt = offering * answersSize;
  let sum: number = shares.product * productFit(dot);
  let total: number = shares.product;
  for (let kind = 0; kind < kinds; kind++) {
    const count = asks[asksAt + countsAt + kind]!;
    if (count === 0) continue;
    const share = shareOf[kind]!;
    total += share;
    const first = answers[answersAt + 2 * kind]!;
    const second = answers[answersAt + 2 * kind + 1]!;
    if ((first | second) === 0) {
      sum += share * unknown;
      continue;
    }
    const shared = asks[asksAt + 2 * kind]! & first;
    const sharedToo = asks[asksAt + 2 * kind + 1]! & second;
    if ((sharedToo & lateBit) !== 0) return -1;
    if ((shared | sharedToo) !== 0) sum += share * (sharesOfAny[kind] ? 1 : (bits(shared) + bits(sharedToo)) / count);
  }
  return sum / total;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
