import type { ProblemInput } from "@rialto/scheduling/model/problem";
import type { Placement } from "@rialto/scheduling/model/result";
import { createPlanState } from "@rialto/scheduling/repair/plan-state";

/**
 * Confirmed meetings that break the rules of the run among themselves (too far to walk, too many in a row) are kept all the
 * same: stand-ins without limits hold their seats, and their people are away for that slot, so that nothing else is put there.
 */
export function withoutContradictions(
  problem: ProblemInput,
  confirmed: Placement[],
): { readonly problem: ProblemInput; readonly confirmed: Placement[] } {
  const { homeless } = createPlanState(problem, confirmed, { pinnedMeetingIds: confirmed.map(({ meetingId }) => meetingId) });
  if (homeless.size === 0) return { problem, confirmed };
  const broken = new Map([...homeless.values()].map((placement) => [placement.meetingId, placement]));
  const standIn = (meetingId: string, person: string) => `${meetingId}:${person}`;
  const standIns = [...broken.values()].flatMap(({ meetingId, representativeIds }) =>
    representativeIds.map((person) => ({ id: standIn(meetingId, person) })),
  );
  const away = Map.groupBy(
    [...broken.values()].flatMap(({ slotId, representativeIds }) => representativeIds.map((person) => ({ person, slotId }))),
    ({ person }) => person,
  );
  return {
    problem: {
      ...problem,
      participants: [
        ...problem.participants.map((person) => {
          const slots = away.get(person.id);
          return slots === undefined ? person : { ...person, unavailableSlotIds: slots.map(({ slotId }) => slotId) };
        }),
        ...standIns,
      ],
      meetings: problem.meetings.map((meeting) =>
        broken.has(meeting.id) ? { ...meeting, parties: meeting.parties.map((person) => standIn(meeting.id, person)) } : meeting,
      ),
    },
    confirmed: confirmed.map((placement) =>
      broken.has(placement.meetingId)
        ? { ...placement, representativeIds: placement.representativeIds.map((person) => standIn(placement.meetingId, person)) }
        : placement,
    ),
  };
}
