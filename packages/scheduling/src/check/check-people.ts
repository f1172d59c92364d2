import type { Problem } from "../model/problem.ts";
import type { Held } from "./check-schedule.ts";

type Person = Problem["participants"][number];

/** What concerns a person: present, never twice in a slot, time to walk, limits per day and in a row. */
export function checkPeople(problem: Problem, held: readonly Held[]): string[] {
  const of = new Map<string, Held[]>();
  for (const h of held)
    for (const id of h.placement.representativeIds) {
      const list = of.get(id);
      if (list) list.push(h);
      else of.set(id, [h]);
    }
  return problem.participants.flatMap((person) => checkPerson(problem, person, of.get(person.id) ?? []));
}

function checkPerson(problem: Problem, person: Person, held: Held[]): string[] {
  const wrong: string[] = [];
  const ordered = [...held].sort((a, b) => a.slots[0]! - b.slots[0]!);
  const busy = ordered.flatMap((h) => h.slots);
  if (new Set(busy).size < busy.length) wrong.push(`${person.id} is twice in a slot`);
  for (const s of busy)
    if (person.unavailableSlotIds.includes(problem.slots[s]?.id ?? ""))
      wrong.push(`${person.id} is not available in ${problem.slots[s]?.id}`);
  ordered.forEach((h, i) => {
    for (const next of ordered.slice(i + 1))
      if (!canWalk(problem, h, next)) wrong.push(`${person.id} cannot walk from ${h.meeting.id} to ${next.meeting.id}`);
  });
  if (person.maxPerDay !== undefined)
    for (const day of new Set(problem.slots.map((s) => s.day)))
      if (ordered.filter((h) => problem.slots[h.slots[0]!]!.day === day).length > person.maxPerDay)
        wrong.push(`${person.id} has too many meetings on ${day}`);
  if (person.maxInARow !== undefined && longestRow(problem, busy) > person.maxInARow)
    wrong.push(`${person.id} has too many meetings in a row`);
  return wrong;
}

function canWalk(problem: Problem, from: Held, to: Held): boolean {
  const leave = problem.slots[from.slots.at(-1)!];
  const arrive = problem.slots[to.slots[0]!];
  if (!leave || !arrive || leave.day !== arrive.day || from.location.id === to.location.id) return true;
  return walkingMinutes(problem, from.location.zoneId, to.location.zoneId) <= arrive.startMinute - leave.endMinute;
}

function walkingMinutes(problem: Problem, from: string | undefined, to: string | undefined): number {
  if (from === undefined || to === undefined) return 0;
  if (from === to) return problem.walking.withinZoneMinutes;
  const hall = (id: string) => problem.zones.find((z) => z.id === id)?.hallId;
  return hall(from) === hall(to) ? problem.walking.withinHallMinutes : problem.walking.betweenHallsMinutes;
}

/** Slots in a row of one day; slots with a pause between them on the fair's own timetable still count as neighbours. */
function longestRow(problem: Problem, busy: number[]): number {
  const set = new Set(busy);
  let longest = 0;
  for (const s of set) {
    let end = s;
    while (set.has(end + 1) && problem.slots[end + 1]?.day === problem.slots[s]?.day) end++;
    longest = Math.max(longest, end - s + 1);
  }
  return longest;
}
