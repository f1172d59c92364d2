interface Seats {
  readonly side: "buyer" | "exhibitor";
  /** Slots of the fair; undefined while the fair is not known. */
  readonly slots: number | undefined;
  readonly people: number;
  /** Meetings that are booked or were held. */
  readonly taken: number;
}

/** Below this many, every seat counts; above, they are counted in steps of as many. */
const step = 4;
/**
 * With more free seats than these, a buyer counts as having room for all. Exhibitors are where a fair crowds: at 20,000 buyers and 5,000
 * exhibitors the most sought buyer is on a hundred lists, fewer than 36 seats allow, and watching that costs three seconds of a start.
 */
const scarceForBuyers = 36;

/**
 * How many more meetings an organization can receive, as the engine is told; undefined: without limit. In steps, for each
 * difference makes the engine look again at everybody who might be shown this organization.
 */
export function roomOf({ side, slots, people, taken }: Seats): number | undefined {
  if (slots === undefined) return undefined;
  // Its people may not have been heard of yet.
  const free = Math.max(0, slots * Math.max(1, people) - taken);
  if (side === "buyer" && free > scarceForBuyers) return undefined;
  return free <= step ? free : Math.ceil(free / step) * step;
}
