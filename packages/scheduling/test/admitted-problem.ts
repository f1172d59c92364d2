import type { SmallChange } from "../src/explain/reason.ts";
import type { Problem } from "../src/model/problem.ts";
import type { Placement } from "../src/model/result.ts";

interface World {
  problem: Problem;
  placements: readonly Placement[];
}

/** The problem and plan as they would be with the changes granted. */
export function admittedProblem(
  problem: Problem,
  placements: readonly Placement[],
  meetingId: string,
  changes: readonly SmallChange[],
): World {
  return changes.reduce((world, change) => grant(world, change, meetingId), { problem, placements });
}

function grant({ problem, placements }: World, change: SmallChange, meetingId: string): World {
  const meetings = (edit: (m: Problem["meetings"][number]) => Problem["meetings"][number]): World => ({
    problem: { ...problem, meetings: problem.meetings.map((m) => edit(m)) },
    placements,
  });
  switch (change.kind) {
    case "partyAvailable":
      return {
        problem: {
          ...problem,
          participants: problem.participants.map((p) => (p.id === change.representativeId ? present(p, change.slotIds) : p)),
        },
        placements,
      };
    case "meetingReleased":
    case "wayShortened":
      return withoutMeeting({ problem, placements }, change.meetingId, meetingId);
    case "seatAdded":
      return {
        problem: {
          ...problem,
          locations: problem.locations.map((l) => (l.id === change.locationId ? { ...l, capacity: l.capacity + 1 } : l)),
        },
        placements,
      };
    case "locationOpened":
      return {
        problem: {
          ...problem,
          locations: problem.locations.map((l) =>
            l.id === change.locationId ? { ...present(l, change.slotIds), capacity: Math.max(1, l.capacity) } : l,
          ),
        },
        placements,
      };
    case "limitRaised":
      return {
        problem: {
          ...problem,
          participants: problem.participants.map((p) =>
            p.id === change.representativeId ? { ...p, [change.limit]: change.to } : p,
          ),
        },
        placements,
      };
    case "exclusionLifted":
      return { problem: { ...problem, exclusions: [] }, placements };
    case "orderDropped":
      return meetings((m) => ({
        ...m,
        afterMeetingIds:
          m.id === meetingId
            ? m.afterMeetingIds.filter((id) => id !== change.meetingId)
            : m.id === change.meetingId
              ? m.afterMeetingIds.filter((id) => id !== meetingId)
              : m.afterMeetingIds,
      }));
    case "ownRulesRelaxed":
      return meetings((m) =>
        m.id === meetingId
          ? {
              ...m,
              fixedSlotId: undefined,
              earliestSlotId: undefined,
              latestSlotId: undefined,
              sessions: undefined,
            }
          : m,
      );
  }
}

const present = <T extends { unavailableSlotIds: string[] }>(it: T, slotIds: readonly string[]): T => ({
  ...it,
  unavailableSlotIds: it.unavailableSlotIds.filter((id) => !slotIds.includes(id)),
});

/** The meeting leaves; what comes after it no longer waits for it, but for the wish itself, whose order is a change of its own. */
function withoutMeeting({ problem, placements }: World, meetingId: string, wishId: string): World {
  return {
    problem: {
      ...problem,
      meetings: problem.meetings.map((m) =>
        m.id === wishId ? m : { ...m, afterMeetingIds: m.afterMeetingIds.filter((id) => id !== meetingId) },
      ),
    },
    placements: placements.filter((p) => p.meetingId !== meetingId),
  };
}
