import fc from "fast-check";
import type { ProblemInput } from "../src/model/problem.ts";
import type { Change } from "../src/repair/change.ts";

/** The problem as it reads after the changes: an account of them that shares no code with the repair. */
export function changedProblem(problem: ProblemInput, changes: readonly Change[]): ProblemInput {
  return changes.reduce(changed, problem);
}

function changed(problem: ProblemInput, change: Change): ProblemInput {
  const all = problem.slots.map(({ id }) => id);
  const without = (ids: readonly string[] = [], gone: readonly string[] = all) => ids.filter((id) => !gone.includes(id));
  const people = (id: string, edit: (away: readonly string[]) => string[]) =>
    problem.participants.map((p) => (p.id === id ? { ...p, unavailableSlotIds: edit(p.unavailableSlotIds ?? []) } : p));
  const places = (isMeant: (id: string) => boolean, edit: (away: readonly string[]) => string[]) =>
    problem.locations.map((l) => (isMeant(l.id) ? { ...l, unavailableSlotIds: edit(l.unavailableSlotIds ?? []) } : l));
  switch (change.kind) {
    case "participantUnavailable":
      return { ...problem, participants: people(change.participantId, (away) => [...away, ...change.slotIds]) };
    case "participantAvailable":
      return { ...problem, participants: people(change.participantId, (away) => without(away, change.slotIds)) };
    case "locationClosed":
      return {
        ...problem,
        locations: places(
          (id) => id === change.locationId,
          (away) => [...away, ...(change.slotIds ?? all)],
        ),
      };
    case "locationOpened":
      return {
        ...problem,
        locations: places(
          (id) => id === change.locationId,
          (away) => without(away, change.slotIds),
        ),
      };
    case "slotRemoved":
      return {
        ...problem,
        locations: places(
          () => true,
          (away) => [...away, change.slotId],
        ),
      };
    case "meetingsAdded":
      return { ...problem, meetings: [...problem.meetings, ...change.meetings] };
    case "meetingsCancelled":
      return {
        ...problem,
        meetings: problem.meetings
          .filter(({ id }) => !change.meetingIds.includes(id))
          .map((m) => ({ ...m, afterMeetingIds: without(m.afterMeetingIds, change.meetingIds) })),
      };
  }
}

/** One to three changes that fit the problem. */
export function arbitraryChanges(problem: ProblemInput): fc.Arbitrary<Change[]> {
  const slotIds = fc.subarray(
    problem.slots.map(({ id }) => id),
    { minLength: 1 },
  );
  const person = fc.constantFrom(...problem.participants.map(({ id }) => id));
  const kinds: fc.Arbitrary<Change>[] = [
    fc.record({ kind: fc.constant("participantUnavailable" as const), participantId: person, slotIds }),
    fc.record({ kind: fc.constant("participantAvailable" as const), participantId: person, slotIds }),
    fc.record({ kind: fc.constant("slotRemoved" as const), slotId: slotIds.map(([first]) => first!) }),
    fc.record({
      kind: fc.constant("meetingsCancelled" as const),
      meetingIds: fc.subarray(problem.meetings.map(({ id }) => id)),
    }),
  ];
  if (problem.locations.length > 0) {
    const locationId = fc.constantFrom(...problem.locations.map(({ id }) => id));
    kinds.push(
      fc.record({ kind: fc.constant("locationClosed" as const), locationId, slotIds }),
      fc.record({ kind: fc.constant("locationClosed" as const), locationId }),
      fc.record({ kind: fc.constant("locationOpened" as const), locationId, slotIds }),
    );
  }
  const added = fc
    .array(
      fc.record({
        pair: fc.subarray(partiesOf(problem), { minLength: 2, maxLength: Math.min(3, partiesOf(problem).length) }),
        weight: fc.integer({ min: 1, max: 9 }),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map(
      (list): Change => ({
        kind: "meetingsAdded",
        meetings: list.map(({ pair, weight }, n) => ({ id: `new${n}`, parties: pair, weight })),
      }),
    );
  return fc
    .tuple(fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 3 }), fc.option(added, { freq: 2 }))
    .map(([list, more]) => (more === null ? list : [...list, more]));
}

const partiesOf = (problem: ProblemInput): string[] => [...new Set(problem.participants.map((p) => p.organizationId ?? p.id))];
