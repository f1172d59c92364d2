import { productFit, scale, shareOf, shares } from "./fit.ts";

const steps = 1024;
const largestDot = 2 * scale;
const perStep = steps / largestDot;
const answeredShare = shareOf.reduce((sum: number, share) => sum + share, 0);
/** Fit at the upper end of each step of the product when all else asked is answered; the last step has no end. */
const allAnsweredTable = Float64Array.from({ length: steps + 1 }, (_, step) => {
  const fit = step === steps ? 1 : productFit((step + 1) / perStep);
  return (shares.product * fit + answeredShare) / (shares.product + answeredShare) + 1e-9;
});

/** Not less than any fit with this product. */
export const mostFitOfProduct = (dot: number): number =>
  dot <= 0 ? 0 : allAnsweredTable[Math.min(steps, Math.floor(dot * perStep))]!;

const reach = 8;
const logisticSteps = 2048;
const perOdds = logisticSteps / (2 * reach);
const logisticTable = Float64Array.from(
  { length: logisticSteps + 1 },
  (_, step) => 1 / (1 + Math.exp(-((step + 1) / perOdds - reach))) + 1e-9,
);

/** Not less than the logistic function. */
export function mostLogistic(odds: number): number {
  if (odds >= reach) return 1;
  return odds < -reach ? logisticTable[0]! : logisticTable[Math.floor((odds + reach) * perOdds)]!;
}
