import { allKinds, fitFrom, productFit, scale, shareOfKinds } from "./fit.ts";

const steps = 1024;
const largestDot = 2 * scale;
const perStep = steps / largestDot;
const stepOf = (dot: number): number => Math.min(steps, Math.floor(dot * perStep));
/** Product fit at the upper end of each step; the last step has no end. */
const productTable = Float64Array.from({ length: steps + 1 }, (_, step) =>
  step === steps ? 1 : productFit((step + 1) / perStep) + 1e-9,
);
const fitTable = productTable.map((product) => fitFrom(product, shareOfKinds[allKinds]!, allKinds));

/** Not less than any fit with this product: as if all were asked and answered. */
export const mostFitOfProduct = (dot: number): number => (dot <= 0 ? 0 : fitTable[stepOf(dot)]!);

/** Not less than the fit, and hardly more. */
export const mostFit = (dot: number, answered: number, askedKinds: number): number =>
  dot <= 0 ? 0 : fitFrom(productTable[stepOf(dot)]!, answered, askedKinds);

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
