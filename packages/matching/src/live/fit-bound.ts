import { contextKinds } from "../profile/context.ts";
import { productFit, scale, shareOf, shares, unknown } from "./fit.ts";
import type { Member } from "./member.ts";

const kinds = contextKinds.length;
const certificateKind = contextKinds.indexOf("certificate");
const tagKind = contextKinds.indexOf("tag");

/**
 * What each member asks and answers, as one small bit set per kind (a token sets one of 31 bits, so tokens may share one)
 * and the number of tokens asked: a block of numbers per member, side by side, because a query reads thousands of them.
 */
export type ContextSketches = Int32Array<ArrayBuffer>;

export const sketchSize = 3 * kinds;

export function writeSketch(sketches: ContextSketches, number: number, { data, offersEnd, askedEnd }: Member): void {
  const base = number * sketchSize;
  sketches.fill(0, base, base + sketchSize);
  for (let at = offersEnd; at < askedEnd; at++) {
    sketches[base + (data[at]! & 7)]! |= bitOf(data[at]!);
    sketches[base + 2 * kinds + (data[at]! & 7)]!++;
  }
  for (let at = askedEnd; at < data.length; at++) sketches[base + kinds + (data[at]! & 7)]! |= bitOf(data[at]!);
}

const bitOf = (token: number): number => 1 << ((token >> 3) % 31);

const steps = 4096;
const largestDot = 4 * scale;
const perStep = steps / largestDot;
/** Product fit at the upper end of each step of the product; and the fit when all else asked is answered. */
const productTable = Float64Array.from({ length: steps + 1 }, (_, step) => productFit((step + 1) / perStep));
const answeredShare = shareOf.reduce((sum: number, share) => sum + share, 0);
const allAnsweredTable = productTable.map(
  (fit) => (shares.product * fit + answeredShare) / (shares.product + answeredShare) + 1e-9,
);

/** Not less than any fit with this product. */
export const mostFitOfProduct = (dot: number): number =>
  dot <= 0 ? 0 : allAnsweredTable[Math.min(steps, Math.floor(dot * perStep))]!;

/** Not less than fitOf: shared bits stand for shared values, and every shared certificate or tag bit for all that share it. */
export function mostFit(sketches: ContextSketches, needy: number, offering: number, dot: number): number {
  if (dot <= 0) return 0;
  const [asks, answers, counts] = [needy * sketchSize, offering * sketchSize + kinds, needy * sketchSize + 2 * kinds];
  let total: number = shares.product;
  let sum = shares.product * productTable[Math.min(steps, Math.floor(dot * perStep))]!;
  for (let kind = 0; kind < kinds; kind++) {
    const wanted = sketches[asks + kind]!;
    if (wanted === 0) continue;
    total += shareOf[kind]!;
    const given = sketches[answers + kind]!;
    if (given === 0) sum += shareOf[kind]! * unknown;
    else if ((wanted & given) !== 0) {
      const partly = kind === certificateKind || kind === tagKind;
      sum += shareOf[kind]! * (partly ? 1 - bits(wanted & ~given) / sketches[counts + kind]! : 1);
    }
  }
  return sum / total + rounding;
}

/** Sums in another order may differ in the last bits; the bound must not be below the value because of that. */
const rounding = 1e-9;

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const reach = 12;
const logisticSteps = 4096;
const perOdds = logisticSteps / (2 * reach);
const logisticTable = Float64Array.from(
  { length: logisticSteps + 1 },
  (_, step) => 1 / (1 + Math.exp(-((step + 1) / perOdds - reach))),
);

/** Not less than the logistic function. */
export function mostLogistic(odds: number): number {
  if (odds >= reach) return 1;
  return odds < -reach ? logisticTable[0]! : logisticTable[Math.floor((odds + reach) * perOdds)]!;
}
