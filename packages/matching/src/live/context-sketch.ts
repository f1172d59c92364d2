import { contextKinds } from "../profile/context.ts";
import { answeredByAny, kindsByCount, shareOf } from "./fit.ts";
import type { Member } from "./member.ts";
import { enlarged } from "./postings.ts";

const kinds = contextKinds.length;
const wordsPerKind = 2;
/** Two lines of the processor's cache: values asked, how many of each kind, kinds asked; then values answered, kinds answered. */
const sketchSize = 32;
const countsAt = kinds * wordsPerKind;
const askedKindsAt = countsAt + kinds;
const answersAt = 16;
const saidKindsAt = answersAt + kinds * wordsPerKind;
/** The last bit of a kind stands for all its values that came too late for one of their own. */
const bitsPerKind = 32 * wordsPerKind - 1;
const lateBit = 1 << 31;

/**
 * What each member asks and answers, as bit sets side by side, because a query reads thousands of them: per kind two words
 * of values asked and two of values answered, and how many are asked. The first 63 values of a kind have a bit of their own.
 */
export type ContextSketches = {
  sketches: Int32Array<ArrayBuffer>;
  bits: Map<number, number>;
  /** Bits given out, by kind. */
  given: number[];
};

export const createSketches = (): ContextSketches => ({
  sketches: new Int32Array(0),
  bits: new Map(),
  given: Array.from({ length: kinds }, () => 0),
});

export function writeSketch(all: ContextSketches, number: number, { data, offersEnd, askedEnd }: Member): void {
  const base = number * sketchSize;
  if (base + sketchSize > all.sketches.length) all.sketches = enlarged(all.sketches, Math.ceil((number + 1) * 1.5) * sketchSize);
  const { sketches } = all;
  sketches.fill(0, base, base + sketchSize);
  for (let at = offersEnd; at < askedEnd; at++) {
    const kind = data[at]! & 7;
    setBit(all, base, data[at]!);
    sketches[base + countsAt + kind]!++;
    sketches[base + askedKindsAt]! |= 1 << kind;
  }
  for (let at = askedEnd; at < data.length; at++) {
    setBit(all, base + answersAt, data[at]!);
    sketches[base + saidKindsAt]! |= 1 << (data[at]! & 7);
  }
}

function setBit(all: ContextSketches, base: number, token: number): void {
  const bit = bitOf(all, token);
  all.sketches[base + (token & 7) * wordsPerKind + (bit >> 5)]! |= 1 << (bit & 31);
}

function bitOf({ bits, given }: ContextSketches, token: number): number {
  const known = bits.get(token);
  if (known !== undefined) return known;
  const kind = token & 7;
  if (given[kind]! >= bitsPerKind) return bitsPerKind;
  bits.set(token, given[kind]!);
  return given[kind]!++;
}

/** The kinds of context that a member asks, one bit each. */
export const askedKinds = ({ sketches }: ContextSketches, number: number): number =>
  sketches[number * sketchSize + askedKindsAt]!;

/**
 * The same number as `answeredBetween`, bit for bit, from the sketches; -1 when they do not tell, because both have late values.
 * What is shared is found without a branch: which kinds two members share is what a processor cannot foresee.
 */
export function sketchedAnswered({ sketches }: ContextSketches, needy: number, offering: number): number {
  const asks = needy * sketchSize;
  const answers = offering * sketchSize + answersAt;
  let met = 0;
  let late = 0;
  for (let at = 0; at < countsAt; at += wordsPerKind) {
    const second = sketches[asks + at + 1]! & sketches[answers + at + 1]!;
    const shared = (sketches[asks + at]! & sketches[answers + at]!) | second;
    late |= second;
    met |= ((shared | -shared) >>> 31) << (at / wordsPerKind);
  }
  if ((late & lateBit) !== 0) return -1;
  const asked = sketches[asks + askedKindsAt]!;
  const said = sketches[offering * sketchSize + saidKindsAt]!;
  let sum = answeredByAny(asked & ~said, met);
  for (const kind of kindsByCount) {
    if ((met & (1 << kind)) === 0) continue;
    const at = kind * wordsPerKind;
    const hits =
      bits(sketches[asks + at]! & sketches[answers + at]!) + bits(sketches[asks + at + 1]! & sketches[answers + at + 1]!);
    sum += shareOf[kind]! * (hits / sketches[asks + countsAt + kind]!);
  }
  return sum;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
