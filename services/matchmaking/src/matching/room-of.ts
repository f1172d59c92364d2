interface Seats {
  /** Slots of the fair; undefined while the fair is not known. */
  readonly slots: number | undefined;
  readonly people: number;
  /** Meetings that are booked or were held. */
  readonly taken: number;
}

/** Below this many, every seat counts; above, they are counted in steps of as many. */
const step = 4;

/**
 * How many more meetings an organization can receive, as the engine is told; undefined: without limit. In steps, for each
 * difference makes the engine look again at everybody who might be shown this organization.
 */
export function roomOf({ slots, people, taken }: Seats): number | undefined {
  if (slots === undefined) return undefined;
  // Its people may not have been heard of yet.
  const free = Math.max(0, slots * Math.max(1, people) - taken);
  return free <= step ? free : Math.ceil(free / step) * step;
}
