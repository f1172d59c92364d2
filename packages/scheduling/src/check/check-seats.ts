import type { Problem } from "../model/problem.ts";
import type { Held } from "./check-schedule.ts";

/** No location holds more meetings at once than it has seats, or any while it is closed. */
export function checkSeats(problem: Problem, held: readonly Held[]): string[] {
  const load = new Map<string, number>();
  const wrong: string[] = [];
  for (const { location, slots, meeting } of held)
    for (const s of slots) {
      const key = `${location.id} in ${problem.slots[s]?.id}`;
      const now = (load.get(key) ?? 0) + 1;
      load.set(key, now);
      if (now === location.capacity + 1) wrong.push(`${key} is over its capacity`);
      if (location.unavailableSlotIds.includes(problem.slots[s]?.id ?? "")) wrong.push(`${meeting.id}: ${key} is closed`);
    }
  return wrong;
}
