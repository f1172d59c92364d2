import { contextKinds } from "../profile/context.ts";
import { productFit, scale, shareOf, shares, unknown } from "./fit.ts";

/** What a member asks and answers, as one small bit set per kind: a token sets one of 31 bits, so tokens may share a bit. */
export type ContextSketch = { asked: Int32Array; answers: Int32Array; total: number; count: Uint8Array };

const kinds = contextKinds.length;
const certificateKind = contextKinds.indexOf("certificate");
const tagKind = contextKinds.indexOf("tag");

export function sketchOf(askedTokens: Int32Array, answerTokens: Int32Array): ContextSketch {
  const sketch = {
    asked: new Int32Array(kinds),
    answers: new Int32Array(kinds),
    total: shares.product as number,
    count: new Uint8Array(kinds),
  };
  for (const token of askedTokens) {
    sketch.asked[token & 7]! |= bitOf(token);
    sketch.count[token & 7] = Math.min(255, sketch.count[token & 7]! + 1);
  }
  for (const token of answerTokens) sketch.answers[token & 7]! |= bitOf(token);
  for (let kind = 0; kind < kinds; kind++) if (sketch.asked[kind] !== 0) sketch.total += shareOf[kind]!;
  return sketch;
}

const bitOf = (token: number): number => 1 << ((token >> 3) % 31);

const steps = 4096;
const largestDot = 4 * scale;
/** Product fit at the upper end of each step of the product. */
const productTable = Float64Array.from({ length: steps + 1 }, (_, step) => productFit(((step + 1) * largestDot) / steps));

/** Not less than fitOf: shared bits stand for shared values, and every shared certificate or tag bit for all that share it. */
export function mostFit(needy: ContextSketch, offering: ContextSketch, dot: number): number {
  if (dot <= 0) return 0;
  let sum = shares.product * productTable[Math.min(steps, Math.floor((dot / largestDot) * steps))]!;
  for (let kind = 0; kind < kinds; kind++) {
    const wanted = needy.asked[kind]!;
    if (wanted === 0) continue;
    const answers = offering.answers[kind]!;
    if (answers === 0) sum += shareOf[kind]! * unknown;
    else if ((wanted & answers) !== 0)
      sum += shareOf[kind]! * (kind === certificateKind || kind === tagKind ? mostCovered(needy, kind, wanted & answers) : 1);
  }
  return sum / needy.total + rounding;
}

/** Sums in another order may differ in the last bits; the bound must not be below the value because of that. */
const rounding = 1e-9;

/** At least the tokens whose bits are missing are not covered. */
function mostCovered(needy: ContextSketch, kind: number, common: number): number {
  const missing = bits(needy.asked[kind]! & ~common);
  const count = needy.count[kind]!;
  return count === 255 ? 1 : (count - missing) / count;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const reach = 12;
const logisticSteps = 4096;
const logisticTable = Float64Array.from(
  { length: logisticSteps + 1 },
  (_, step) => 1 / (1 + Math.exp(-(((step + 1) / logisticSteps) * 2 * reach - reach))),
);

/** Not less than the logistic function. */
export function mostLogistic(odds: number): number {
  if (odds >= reach) return 1;
  return odds < -reach ? logisticTable[0]! : logisticTable[Math.floor(((odds + reach) / (2 * reach)) * logisticSteps)]!;
}
