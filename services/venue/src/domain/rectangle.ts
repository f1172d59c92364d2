/** A rectangle on the plan of a hall, in metres from its north-west corner. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

/** Plans are drawn to the centimetre; sums of decimals are a hair off. */
const TOLERANCE_METRES = 0.001;

/** Sharing a wall is not overlapping. */
export const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x + a.width > b.x + TOLERANCE_METRES &&
  b.x + b.width > a.x + TOLERANCE_METRES &&
  a.y + a.depth > b.y + TOLERANCE_METRES &&
  b.y + b.depth > a.y + TOLERANCE_METRES;

export const liesWithin = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x - TOLERANCE_METRES &&
  inner.y >= outer.y - TOLERANCE_METRES &&
  inner.x + inner.width <= outer.x + outer.width + TOLERANCE_METRES &&
  inner.y + inner.depth <= outer.y + outer.depth + TOLERANCE_METRES;
