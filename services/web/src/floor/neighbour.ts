import type { Booth } from "./booths.ts";

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

const steps: Record<Direction, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const isDirection = (key: string): key is Direction => key in steps;

const middle = ({ at: [x, y, width, depth] }: Pick<Booth, "at">) => ({ x: x + width / 2, y: y + depth / 2 });

/** A booth to the side counts three times as far as one straight ahead. */
const SIDEWAYS = 3;

/** The next booth that way; undefined when there is none. */
export function neighbour<One extends Pick<Booth, "boothId" | "at">>(
  booths: readonly One[],
  from: One,
  direction: Direction,
): One | undefined {
  const [dx, dy] = steps[direction];
  const start = middle(from);
  let best: { readonly booth: One; readonly distance: number } | undefined;
  for (const booth of booths) {
    const { x, y } = middle(booth);
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    const distance = ahead + aside * SIDEWAYS;
    if (ahead > 0.01 && (best === undefined || distance < best.distance)) best = { booth, distance };
  }
  return best?.booth;
}
