import type { listBooths } from "@rialto/contracts/venue/operations/plan";
import type { z } from "zod";

export type Plan = z.output<typeof listBooths.result>;

interface Spot {
  readonly zoneId: string;
  readonly hallId: string;
  /** Metres from the hall's north-west corner. */
  readonly x: number;
  readonly y: number;
}

/** A crowded aisle: a little less than an ordinary walk. */
const METRES_PER_MINUTE = 50;

export function spotOf(plan: Plan, boothId: string): Spot | undefined {
  for (const { zoneId, hallId, booths } of plan.zones) {
    const booth = booths.find((one) => one.boothId === boothId);
    if (booth === undefined) continue;
    const [x, y, width, depth] = booth.at;
    return { zoneId, hallId, x: x + width / 2, y: y + depth / 2 };
  }
  return undefined;
}

/** Minutes on foot along the aisles of one hall, at least 1; from one hall to another no plan measures the way. */
export function wayBetween(from: Spot, to: Spot): number | "same" | "otherHall" {
  if (from.hallId !== to.hallId) return "otherHall";
  if (from.x === to.x && from.y === to.y) return "same";
  return Math.max(1, Math.ceil((Math.abs(from.x - to.x) + Math.abs(from.y - to.y)) / METRES_PER_MINUTE));
}
