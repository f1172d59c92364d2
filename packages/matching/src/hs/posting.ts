/** The headings whose texts have a word or a word part, each with the weight that it has there. */
export type Posting = {
  part: boolean;
  headings: number[];
  weights: number[];
  highest: number;
  /** What follows is of this edition of the index. */
  edition: number;
  idf: number;
  /** Where its impacts are. */
  start: number;
  end: number;
  /** How often the text at hand has it; 0 between texts. */
  mentions: number;
};

export const newPosting = (part: boolean): Posting => ({
  part,
  headings: [],
  weights: [],
  highest: -1,
  edition: -1,
  idf: 0,
  start: 0,
  end: 0,
  mentions: 0,
});

/** Returns how many headings that makes more: 1 or 0. */
export function addWeight(posting: Posting, heading: number, weight: number): number {
  const at = heading > posting.highest ? -1 : posting.headings.lastIndexOf(heading);
  if (at >= 0) {
    posting.weights[at]! += weight;
    return 0;
  }
  posting.highest = Math.max(posting.highest, heading);
  posting.headings.push(heading);
  posting.weights.push(weight);
  return 1;
}
