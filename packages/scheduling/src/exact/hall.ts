/**
 * Meetings that together have too few places, or null if each finds one: a maximum assignment of meetings to slots by augmenting paths (Kuhn 1955); what
 * an unassigned meeting reaches is a violation of Hall's condition, and a minimal one: without any of its meetings the others fit.
 */
export function overfull(
  meetings: readonly number[],
  slotsOf: (meeting: number) => readonly number[],
  capacity: (slot: number) => number,
): number[] | null {
  const held = new Map<number, number[]>();
  for (const meeting of meetings) {
    const reached = new Set([meeting]);
    if (!assign(meeting, slotsOf, capacity, held, new Set(), reached)) return [...reached];
  }
  return null;
}

function assign(
  meeting: number,
  slotsOf: (meeting: number) => readonly number[],
  capacity: (slot: number) => number,
  held: Map<number, number[]>,
  seen: Set<number>,
  reached: Set<number>,
): boolean {
  for (const slot of slotsOf(meeting)) {
    if (seen.has(slot)) continue;
    seen.add(slot);
    const here = held.get(slot) ?? [];
    if (here.length < capacity(slot)) {
      held.set(slot, [...here, meeting]);
      return true;
    }
    for (const other of here) {
      reached.add(other);
      if (!assign(other, slotsOf, capacity, held, seen, reached)) continue;
      held.set(slot, [...held.get(slot)!.filter((x) => x !== other), meeting]);
      return true;
    }
  }
  return false;
}
