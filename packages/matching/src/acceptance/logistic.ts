/** The logistic function, safe for any finite odds. */
export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

export const logit = (probability: number): number => {
  const safe = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log(safe / (1 - safe));
};

/** Mean logarithmic loss of probabilities against outcomes (1 yes, 0 no), in nats. */
export function logLoss(probabilities: readonly number[], outcomes: readonly number[]): number {
  const losses = probabilities.map((p, at) => -Math.log(Math.max(1e-12, outcomes[at] === 1 ? p : 1 - p)));
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length);
}
