import type { PlacedBooth } from "../floor/booths.ts";

const middle = ({ at: [x, y, width, depth] }: PlacedBooth) => [x + width / 2, y + depth / 2] as const;

/** Free booths of the same hall, the nearest first; on the same distance one of the same kind. */
export function nearestFree(booths: readonly PlacedBooth[], to: PlacedBooth, most = 3): PlacedBooth[] {
  const [x, y] = middle(to);
  const distance = (booth: PlacedBooth) => {
    const [otherX, otherY] = middle(booth);
    return Math.hypot(otherX - x, otherY - y) + (booth.kind === to.kind ? 0 : 0.5);
  };
  return booths
    .filter((booth) => booth.status === "available" && booth.hallId === to.hallId && booth.boothId !== to.boothId)
    .map((booth) => ({ booth, metres: distance(booth) }))
    .toSorted((one, other) => one.metres - other.metres || one.booth.code.localeCompare(other.booth.code))
    .slice(0, most)
    .map(({ booth }) => booth);
}
