import { type Plan, unplaced } from "./plan.ts";

/** All meetings of the person from or to which there is no time to walk, apart from those that are `gone`. */
export function farMeetings(
  plan: Plan,
  person: number,
  slot: number,
  length: number,
  location: number,
  gone: { has(meeting: number): boolean },
): Set<number> {
  const { c } = plan;
  const found = new Set<number>();
  const look = (edge: number, step: number) => {
    const near = c.nearSlots[edge]!;
    for (let i = 0; i < near.length; i++) {
      const other = plan.meetingAt[person * c.slots + near[i]!]!;
      if ((near[i]! - edge) * step < 0 || other === unplaced || gone.has(other) || plan.placeOf[other] === location) continue;
      if (c.minutes[c.zoneOf[location]! * c.zones + c.zoneOf[plan.placeOf[other]!]!]! > c.nearMinutes[edge]![i]!)
        found.add(other);
    }
  };
  look(slot, -1);
  look(slot + length - 1, 1);
  return found;
}
