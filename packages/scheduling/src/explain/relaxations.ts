import type { Problem } from "../model/problem.ts";
import type { ConflictItem } from "./conflict.ts";

/** A rule of a problem, and the problem without it. */
export interface Rule {
  item: ConflictItem;
  without: (problem: Problem) => Problem;
}

const wide = 1_000;

/** Every rule that can be let go by itself, those least likely to matter first. Nobody is ever in two places: that is no rule. */
export function rulesOf(problem: Problem): Rule[] {
  return [
    { item: { code: "WALKING_TIMES" }, without: (p) => ({ ...p, walking: noWalking }) },
    ...problem.participants.flatMap(limitRules),
    ...problem.locations.flatMap(locationRules),
    ...problem.participants.flatMap(absenceRules),
    ...problem.meetings.flatMap(ownRules),
    ...problem.meetings.flatMap(orderRules),
  ];
}

const noWalking = { withinZoneMinutes: 0, withinHallMinutes: 0, betweenHallsMinutes: 0 };

type Of<K extends "participants" | "locations" | "meetings"> = Problem[K][number];

const edit =
  <K extends "participants" | "locations" | "meetings">(list: K, id: string, change: (it: Of<K>) => Of<K>) =>
  (problem: Problem): Problem => ({
    ...problem,
    [list]: (problem[list] as Of<K>[]).map((it) => (it.id === id ? change(it) : it)),
  });

function limitRules({ id, maxPerDay, maxInARow }: Of<"participants">): Rule[] {
  const rules: Rule[] = [];
  if (maxPerDay !== undefined)
    rules.push({
      item: { code: "LIMIT", participantId: id, limit: "maxPerDay", value: maxPerDay },
      without: edit("participants", id, (p) => ({ ...p, maxPerDay: undefined })),
    });
  if (maxInARow !== undefined)
    rules.push({
      item: { code: "LIMIT", participantId: id, limit: "maxInARow", value: maxInARow },
      without: edit("participants", id, (p) => ({ ...p, maxInARow: undefined })),
    });
  return rules;
}

function absenceRules({ id, unavailableSlotIds }: Of<"participants">): Rule[] {
  if (unavailableSlotIds.length === 0) return [];
  return [
    {
      item: { code: "ABSENCE", participantId: id, slotIds: unavailableSlotIds },
      without: edit("participants", id, (p) => ({ ...p, unavailableSlotIds: [] })),
    },
  ];
}

function locationRules({ id, capacity, unavailableSlotIds }: Of<"locations">): Rule[] {
  const rules: Rule[] = [
    {
      item: { code: "LOCATION_ROOM", locationId: id, capacity },
      without: edit("locations", id, (l) => ({ ...l, capacity: wide })),
    },
  ];
  if (unavailableSlotIds.length > 0)
    rules.push({
      item: { code: "LOCATION_CLOSURE", locationId: id, slotIds: unavailableSlotIds },
      without: edit("locations", id, (l) => ({ ...l, unavailableSlotIds: [] })),
    });
  return rules;
}

function ownRules(meeting: Of<"meetings">): Rule[] {
  const { id, fixedSlotId, earliestSlotId, latestSlotId, sessions } = meeting;
  if ([fixedSlotId, earliestSlotId, latestSlotId, sessions].every((rule) => rule === undefined)) return [];
  const free = { fixedSlotId: undefined, earliestSlotId: undefined, latestSlotId: undefined, sessions: undefined };
  return [{ item: { code: "OWN_RULES", meetingId: id }, without: edit("meetings", id, (m) => ({ ...m, ...free })) }];
}

function orderRules({ id, afterMeetingIds }: Of<"meetings">): Rule[] {
  return afterMeetingIds.map((earlierId) => ({
    item: { code: "COMES_BEFORE", earlierId, laterId: id },
    without: edit("meetings", id, (m) => ({ ...m, afterMeetingIds: m.afterMeetingIds.filter((other) => other !== earlierId) })),
  }));
}
