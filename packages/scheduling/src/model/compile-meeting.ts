import type { ProblemIndex } from "./index-problem.ts";
import { organizationOf } from "./index-problem.ts";
import type { Problem } from "./problem.ts";

type Meeting = Problem["meetings"][number];

/** Where the meeting may be held: its own location, else the booths of its parties, the first party's first, else any shared location. */
export function locationsFor(problem: Problem, index: ProblemIndex, meeting: Meeting): Int32Array {
  if (meeting.locationId !== undefined) return Int32Array.of(index.locations.get(meeting.locationId)!);
  const owners = new Set(meeting.parties.map((party) => organizationOf(problem, index, party)));
  const booths = [...owners].flatMap((owner) => index.booths.get(owner) ?? []);
  // One list for all meetings of one exhibitor, since lists are compared by identity where seats are counted.
  if (booths.length === 1) return booths[0]!;
  return booths.length === 0 ? index.shared : Int32Array.from(booths.flatMap((list) => [...list]));
}

export function isExcluded(problem: Problem, index: ProblemIndex, { parties }: Meeting): boolean {
  if (index.excludedPairs.size === 0) return false;
  const names = (party: string) => [party, organizationOf(problem, index, party)];
  return parties.some((a) =>
    parties.some((b) => names(a).some((x) => names(b).some((y) => index.excludedPairs.has(`${x}\n${y}`)))),
  );
}

/** Calls `mark` with each slot where the meeting's own rules allow it to start: bounds, sessions, one day, its fixed slot. */
export function forOwnSlots(problem: Problem, index: ProblemIndex, meeting: Meeting, mark: (slot: number) => void): void {
  const earliest = index.slots.get(meeting.earliestSlotId ?? "") ?? 0;
  const latest = index.slots.get(meeting.latestSlotId ?? "") ?? problem.slots.length - 1;
  const fixed = index.slots.get(meeting.fixedSlotId ?? "");
  const inSession = (s: number) => meeting.sessions === undefined || meeting.sessions.includes(problem.slots[s]!.session);
  for (let s = earliest; s + meeting.length - 1 <= latest; s++) {
    if (fixed !== undefined && fixed !== s) continue;
    const end = s + meeting.length - 1;
    if (problem.slots[s]!.day !== problem.slots[end]!.day) continue;
    let open = true;
    for (let t = s; t <= end; t++) open &&= inSession(t);
    if (open) mark(s);
  }
}
