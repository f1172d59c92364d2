import { contextKinds } from "../profile/context.ts";
import { productFit, shareOf, shares, sharesOfAny, unknown } from "./fit.ts";
import type { Member } from "./member.ts";

const kinds = contextKinds.length;
const wordsPerKind = 2;
const answersAt = kinds * wordsPerKind;
const countsAt = 2 * answersAt;
const blockSize = countsAt + kinds;
/** The last bit of a kind stands for all its values that came too late for one of their own. */
const bitsPerKind = 32 * wordsPerKind - 1;
const lateBit = 1 << 31;

/**
 * What each member asks and answers, as bit sets side by side, because a query reads thousands of them: per kind two words
 * of values asked and two of values answered, and how many are asked. The first 63 values of a kind have a bit of their own.
 */
export type ContextSketches = {
  blocks: Int32Array<ArrayBuffer>;
  bits: Map<number, number>;
  /** Bits given out, by kind. */
  given: number[];
};

export const createSketches = (): ContextSketches => ({
  blocks: new Int32Array(0),
  bits: new Map(),
  given: Array.from({ length: kinds }, () => 0),
});

export function writeSketch(sketches: ContextSketches, number: number, { data, offersEnd, askedEnd }: Member): void {
  const base = number * blockSize;
  if (base + blockSize > sketches.blocks.length) {
    const larger = new Int32Array(Math.ceil((base + blockSize) * 1.5));
    larger.set(sketches.blocks);
    sketches.blocks = larger;
  }
  const { blocks } = sketches;
  blocks.fill(0, base, base + blockSize);
  for (let at = offersEnd; at < askedEnd; at++) {
    setBit(sketches, base, data[at]!);
    blocks[base + countsAt + (data[at]! & 7)]!++;
  }
  for (let at = askedEnd; at < data.length; at++) setBit(sketches, base + answersAt, data[at]!);
}

function setBit(sketches: ContextSketches, base: number, token: number): void {
  const bit = bitOf(sketches, token);
  sketches.blocks[base + (token & 7) * wordsPerKind + (bit >> 5)]! |= 1 << (bit & 31);
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
export function sketchedFit({ blocks }: ContextSketches, needy: number, offering: number, dot: number): number {
  if (dot <= 0) return 0;
  const asks = needy * blockSize;
  const answers = offering * blockSize + answersAt;
  let sum: number = shares.product * productFit(dot);
  let total: number = shares.product;
  for (let kind = 0; kind < kinds; kind++) {
    const count = blocks[asks + countsAt + kind]!;
    if (count === 0) continue;
    const share = shareOf[kind]!;
    total += share;
    const first = blocks[answers + 2 * kind]!;
    const second = blocks[answers + 2 * kind + 1]!;
    if ((first | second) === 0) {
      sum += share * unknown;
      continue;
    }
    const shared = blocks[asks + 2 * kind]! & first;
    const sharedToo = blocks[asks + 2 * kind + 1]! & second;
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
