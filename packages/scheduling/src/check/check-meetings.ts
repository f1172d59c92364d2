import type { Problem } from "../model/problem.ts";
import type { Held } from "./check-schedule.ts";

/** What concerns a meeting by itself: once only, its own slots, its parties' representatives, its kind of place, its predecessors. */
export function checkMeetings(problem: Problem, held: readonly Held[]): string[] {
  const wrong: string[] = [];
  const by = new Map<string, Held>();
  for (const h of held) {
    if (by.has(h.meeting.id)) wrong.push(`${h.meeting.id} is held twice`);
    by.set(h.meeting.id, h);
    wrong.push(...ownSlots(problem, h), ...ownPeople(problem, h), ...ownPlace(problem, h));
  }
  for (const h of held)
    for (const id of h.meeting.afterMeetingIds) {
      const earlier = by.get(id);
      if (!earlier || earlier.slots.at(-1)! >= h.slots[0]!) wrong.push(`${h.meeting.id} is not after ${id}`);
    }
  return wrong;
}

function ownSlots(problem: Problem, { meeting, slots }: Held): string[] {
  const at = slots.map((s) => problem.slots[s]);
  const position = (id: string) => problem.slots.findIndex((s) => s.id === id);
  const wrong: string[] = [];
  if (at.some((s) => s === undefined || s.day !== at[0]?.day)) wrong.push(`${meeting.id} runs out of its day`);
  if (meeting.fixedSlotId !== undefined && at[0]?.id !== meeting.fixedSlotId)
    wrong.push(`${meeting.id} is not at its fixed slot`);
  if (meeting.earliestSlotId !== undefined && slots[0]! < position(meeting.earliestSlotId))
    wrong.push(`${meeting.id} is too early`);
  if (meeting.latestSlotId !== undefined && slots.at(-1)! > position(meeting.latestSlotId))
    wrong.push(`${meeting.id} is too late`);
  const first = at[0];
  const last = at.at(-1);
  if (meeting.sessions && first && last && !(meeting.sessions.includes(first.session) && meeting.sessions.includes(last.session)))
    wrong.push(`${meeting.id} is outside its sessions`);
  return wrong;
}

function ownPeople(problem: Problem, { meeting, placement }: Held): string[] {
  const wrong: string[] = [];
  if (placement.representativeIds.length !== meeting.parties.length) wrong.push(`${meeting.id} misses a party`);
  meeting.parties.forEach((party, i) => {
    const person = problem.participants.find((p) => p.id === placement.representativeIds[i]);
    if (!person || (person.id !== party && person.organizationId !== party))
      wrong.push(`${meeting.id}: nobody represents ${party}`);
  });
  const represented = new Set(problem.participants.filter((p) => meeting.parties.includes(p.id)).map((p) => p.organizationId));
  const names = new Set([...meeting.parties, ...represented]);
  if (problem.exclusions.some(([a, b]) => names.has(a) && names.has(b))) wrong.push(`${meeting.id} joins excluded parties`);
  return wrong;
}

function ownPlace(problem: Problem, { meeting, location }: Held): string[] {
  if (meeting.locationId !== undefined)
    return meeting.locationId === location.id ? [] : [`${meeting.id} is not at ${meeting.locationId}`];
  const organizations = meeting.parties.map((id) => problem.participants.find((p) => p.id === id)?.organizationId ?? id);
  if (location.organizationId !== undefined)
    return organizations.includes(location.organizationId) ? [] : [`${meeting.id} is at a stranger's booth`];
  return problem.locations.some((l) => l.organizationId !== undefined && organizations.includes(l.organizationId))
    ? [`${meeting.id} is not at its party's booth`]
    : [];
}
