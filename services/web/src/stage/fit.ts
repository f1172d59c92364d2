/** A Chinese, Japanese or Korean character, full-width punctuation or an emoji is as wide as it is high. */
const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u;
const CAPITAL = /[\p{Lu}MWmw@%&]/u;

/** About how wide a text is, in units of its own size. Errs on the wide side. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : CAPITAL.test(character) ? 0.7 : 0.54;
  return width;
}

export interface Room {
  /** Width in which the text may flow, in the unit in which sizes are given. */
  readonly width: number;
  readonly lines: number;
  readonly largest: number;
  readonly smallest: number;
}

/** What a line loses where the next word does not fit. */
const LOST = 0.88;

/** The size at which a text fits into its room; never under what the last row can read, there the text is cut. */
export function sizeFor(text: string, { width, lines, largest, smallest }: Room): number {
  const needed = widthOf(text);
  if (needed === 0) return largest;
  const used = lines === 1 ? 1 : LOST;
  const size = Math.min(largest, (width * lines * used) / needed);
  return Math.round(Math.max(smallest, size) * 100) / 100;
}
