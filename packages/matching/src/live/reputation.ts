/** How often a member said yes or no, and how often others said yes or no to it. Whole numbers, so order does not matter. */
export type Tally = { saidYes: number; saidNo: number; gotYes: number; gotNo: number };

export const emptyTally = (): Tally => ({ saidYes: 0, saidNo: 0, gotYes: 0, gotNo: 0 });

const usualYes = 0.4;
const caution = 10;
const step = 0.25;
const largest = 1;

/**
 * Log-odds to add for a member who says (or gets) yes more or less often than usual: shrunk towards 0 while little is
 * known, limited, and in steps, so that one more decision seldom moves a thousand lists by a hair.
 */
export function leaning(yes: number, no: number): number {
  const rate = (yes + caution * usualYes) / (yes + no + caution);
  const odds = logit(rate) - logit(usualYes);
  return Math.max(-largest, Math.min(largest, Math.round(odds / step) * step));
}

const logit = (probability: number): number => Math.log(probability / (1 - probability));
