import { checkSchedule } from "../src/check/check-schedule.ts";
import type { Meeting, Problem } from "../src/model/problem.ts";
import type { Placement } from "../src/model/result.ts";

/** Every way to hold one meeting by itself that breaks no rule of its own, its people or its location. */
export function waysToHold(problem: Problem, meeting: Meeting): Placement[] {
  return problem.slots.flatMap((slot) =>
    problem.locations.flatMap((location) =>
      delegations(problem, meeting.parties).flatMap((representativeIds) => {
        const placement = { meetingId: meeting.id, slotId: slot.id, locationId: location.id, representativeIds };
        return withoutOrder(checkSchedule(problem, [placement])).length === 0 ? [placement] : [];
      }),
    ),
  );
}

/** Everybody who may come, party by party. */
export function delegations(problem: Problem, parties: readonly string[]): string[][] {
  return parties.reduce<string[][]>(
    (lists, party) =>
      lists.flatMap((list) =>
        problem.participants.filter((p) => p.id === party || p.organizationId === party).map((p) => [...list, p.id]),
      ),
    [[]],
  );
}

const withoutOrder = (wrong: readonly string[]): string[] => wrong.filter((sentence) => !sentence.includes("is not after"));

/** Every valid schedule of a problem of a few meetings, one by one. */
export function* everySchedule(problem: Problem): Generator<Placement[]> {
  const ways = problem.meetings.map((meeting) => waysToHold(problem, meeting));
  function* extend(m: number, held: Placement[]): Generator<Placement[]> {
    if (m === ways.length) {
      if (checkSchedule(problem, held).length === 0) yield held;
      return;
    }
    yield* extend(m + 1, held);
    for (const way of ways[m]!) {
      const longer = [...held, way];
      if (withoutOrder(checkSchedule(problem, longer)).length === 0) yield* extend(m + 1, longer);
    }
  }
  yield* extend(0, []);
}
