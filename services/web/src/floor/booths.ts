import type { listBooths } from "@rialto/contracts/venue/operations/plan";
import type { z } from "zod";

type PlanAnswer = z.output<typeof listBooths.result>;
export type Booth = PlanAnswer["zones"][number]["booths"][number];
export type PlacedBooth = Booth & { readonly zoneId: string; readonly hallId: string };
export type BoothStatus = Booth["status"];

export const statuses = ["available", "held", "assigned", "blocked"] as const satisfies readonly BoothStatus[];

const known = new WeakMap<Booth, PlacedBooth>();

/** The same object for the same booth, so that what has not changed is not drawn again. */
function placed(booth: Booth, zoneId: string, hallId: string): PlacedBooth {
  const before = known.get(booth);
  if (before !== undefined) return before;
  const made = { ...booth, zoneId, hallId };
  known.set(booth, made);
  return made;
}

/** All booths of the plan, each with its zone and hall. */
export const allBooths = ({ zones }: PlanAnswer): PlacedBooth[] =>
  zones.flatMap(({ zoneId, hallId, booths }) => booths.map((booth) => placed(booth, zoneId, hallId)));

/** How many booths there are of each status. */
export function countsOf(booths: readonly Booth[]): Record<BoothStatus, number> {
  const counts = { available: 0, held: 0, assigned: 0, blocked: 0 };
  for (const { status } of booths) counts[status] += 1;
  return counts;
}
