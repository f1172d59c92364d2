import type { NewBooth } from "@rialto/contracts/venue/shapes";
import { zones } from "./fair.ts";

/** One hall of 125 m by 30 m: five zones side by side, each with sixteen booths along two aisles. */
export const hallSize = { width: 125, depth: 30 } as const;
const ZONE = { width: 23, depth: 26, gap: 2 } as const;
const BOOTH = { width: 4, depth: 4, columns: 4, rows: 4 } as const;

export const zoneOutline = (index: number) => ({
  x: ZONE.gap / 2 + index * (ZONE.width + ZONE.gap),
  y: ZONE.gap,
  width: ZONE.width,
  depth: ZONE.depth,
});

/** The sixteen booths of a zone; `firstNumber` continues the count through the halls, then A-017 ... */
export function boothsOfZone(zoneIndex: number, zoneId: string, firstNumber: number): NewBooth[] {
  const { letter } = zones[zoneIndex] as (typeof zones)[number];
  const outline = zoneOutline(zoneIndex);
  return Array.from({ length: BOOTH.columns * BOOTH.rows }, (_, index) => {
    const [column, row] = [index % BOOTH.columns, Math.floor(index / BOOTH.columns)];
    const isCorner = column === 0 || column === BOOTH.columns - 1;
    return {
      zoneId,
      code: `${letter}-${String(firstNumber + index).padStart(3, "0")}`,
      kind: isCorner ? "corner" : "inline",
      outline: { x: outline.x + 1.5 + column * 5, y: outline.y + 1 + row * 6.5, width: BOOTH.width, depth: BOOTH.depth },
      meetingCapacity: isCorner ? 3 : 2,
    };
  });
}
