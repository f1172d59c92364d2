import { logistic, logit } from "./logistic.ts";

/** A straight line on log-odds that makes probabilities mean what they say (Platt 1999). */
export type Calibration = { slope: number; offset: number };

export const uncalibrated: Calibration = { slope: 1, offset: 0 };

export const calibrated = ({ slope, offset }: Calibration, probability: number): number =>
  logistic(slope * logit(probability) + offset);

const iterations = 25;
const ridge = 1;

/** Newton's method from the identity, held to it by a ridge while examples are few. */
export function calibrate(probabilities: readonly number[], outcomes: readonly number[]): Calibration {
  const odds = probabilities.map(logit);
  let [slope, offset] = [1, 0];
  for (let iteration = 0; iteration < iterations; iteration++) {
    let [gs, go, hss, hso, hoo] = [-ridge * (slope - 1), -ridge * offset, ridge, 0, ridge];
    for (let at = 0; at < odds.length; at++) {
      const p = logistic(slope * odds[at]! + offset);
      const [error, spread] = [outcomes[at]! - p, p * (1 - p)];
      gs += error * odds[at]!;
      go += error;
      hss += spread * odds[at]! ** 2;
      hso += spread * odds[at]!;
      hoo += spread;
    }
    const determinant = hss * hoo - hso * hso;
    if (!(Math.abs(determinant) > 1e-12)) break;
    const [ds, dO] = [(gs * hoo - go * hso) / determinant, (go * hss - gs * hso) / determinant];
    // A full step may leap over the valley where predictions are extreme: halve it until it goes down.
    const before = penalizedLoss(odds, outcomes, slope, offset);
    let share = 1;
    while (share > 1e-4 && !(penalizedLoss(odds, outcomes, slope + share * ds, offset + share * dO) <= before)) share /= 2;
    slope += share * ds;
    offset += share * dO;
    if (Math.abs(ds) + Math.abs(dO) < 1e-8) break;
  }
  // A line that falls would turn the order of predictions round: too few examples, no calibration.
  return slope > 0 && Number.isFinite(slope + offset) ? { slope, offset } : uncalibrated;
}

function penalizedLoss(odds: readonly number[], outcomes: readonly number[], slope: number, offset: number): number {
  let loss = (ridge / 2) * ((slope - 1) ** 2 + offset ** 2);
  for (let at = 0; at < odds.length; at++) {
    const value = slope * odds[at]! + offset;
    // log(1 + e^x) - yx, written so that large x does not overflow.
    loss += Math.max(0, value) + Math.log1p(Math.exp(-Math.abs(value))) - outcomes[at]! * value;
  }
  return loss;
}

export type ReliabilityRow = { from: number; to: number; count: number; predicted: number; observed: number };

/** What was predicted against what happened, in equal bins of probability; empty bins are left out. */
export function reliability(probabilities: readonly number[], outcomes: readonly number[], bins = 10): ReliabilityRow[] {
  const rows = Array.from({ length: bins }, (_, bin) => ({
    from: bin / bins,
    to: (bin + 1) / bins,
    count: 0,
    predicted: 0,
    observed: 0,
  }));
  probabilities.forEach((probability, at) => {
    const row = rows[Math.min(bins - 1, Math.floor(probability * bins))]!;
    row.count++;
    row.predicted += probability;
    row.observed += outcomes[at]!;
  });
  return rows
    .filter(({ count }) => count > 0)
    .map((row) => ({ ...row, predicted: row.predicted / row.count, observed: row.observed / row.count }));
}
