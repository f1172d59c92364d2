import { checkSchedule } from "../src/check/check-schedule.ts";
import type { ReasonCode } from "../src/explain/reason.ts";
import type { Meeting, Problem } from "../src/model/problem.ts";
import type { Placement } from "../src/model/result.ts";
import { delegations } from "./brute-force.ts";

/** What the sentences of the independent checker are about. */
const about = {
  own: /runs out of its day|fixed slot|too early|too late|outside its sessions/,
  place: /is not at|stranger/,
  away: /is not available in/,
  closed: /is closed|over its capacity/,
  order: /is not after/,
  twice: /is twice in a slot/,
  limit: /too many meetings/,
};

/** Every way to hold the meeting, by slot, with what the checker has against it: alone, and beside the plan. */
interface Way {
  slot: number;
  alone: string[];
  beside: string[];
}

/**
 * The reason as the README defines it, found with the checker alone: slots fall away rule by rule, and the rule that takes the last one is the reason.
 */
export function reasonByTrying(problem: Problem, placements: readonly Placement[], meetingId: string): ReasonCode[] {
  const meeting = problem.meetings.find(({ id }) => id === meetingId)!;
  const ways = waysOf(problem, placements, meeting);
  const has = (list: readonly string[], rule: RegExp) => list.some((sentence) => rule.test(sentence));
  if (ways.some((w) => has(w.alone, /excluded/))) return ["EXCLUDED"];
  const own = ways.filter((w) => !has(w.alone, about.own));
  if (own.length === 0) return ["NO_OWN_SLOT"];
  const isThere = (party: number, slot: number) => partyIsThere(problem, meeting, party, slot);
  const ownSlots = [...new Set(own.map((w) => w.slot))];
  if (meeting.parties.some((_, k) => !ownSlots.some((s) => isThere(k, s)))) return ["NEVER_AVAILABLE"];
  const common = ownSlots.filter((s) => meeting.parties.every((_, k) => isThere(k, s)));
  if (common.length === 0) return ["NO_COMMON_SLOT"];
  const open = common.filter((s) => own.some((w) => w.slot === s && !has(w.alone, about.closed) && !has(w.alone, about.place)));
  if (open.length === 0) return ["LOCATION_CLOSED"];
  const held = new Set(placements.map((p) => p.meetingId));
  if (meeting.afterMeetingIds.some((id) => !held.has(id))) return ["WAITS_FOR_OTHER"];
  const ordered = open.filter((s) => own.some((w) => w.slot === s && !has(w.beside, about.order)));
  if (ordered.length === 0) return ["ORDER_LEAVES_NO_SLOT"];
  const isOpen = (k: number, s: number) => partyIsThere(problem, meeting, k, s, placements);
  const free = ordered.filter((s) => meeting.parties.every((_, k) => isOpen(k, s)));
  if (free.length === 0) {
    const always = meeting.parties.filter((_, k) => ordered.every((s) => !isOpen(k, s)));
    return [always.length > 1 ? "BOTH_FULL" : always.length === 1 ? "PARTY_FULL" : "ENGAGED_IN_TURN"];
  }
  const isLeft = (rules: RegExp[]) => (s: number) =>
    own.some((w) => w.slot === s && [about.place, ...rules].every((rule) => !has(w.beside, rule)));
  const seated = free.filter((s) => isLeft([about.closed])(s));
  if (seated.length === 0) return ["LOCATION_FULL"];
  const within = seated.filter((s) => isLeft([about.away, about.twice, about.limit])(s));
  if (within.length === 0) return limitCodes(ways.filter((w) => seated.includes(w.slot)));
  return within.some((s) => ways.some((w) => w.slot === s && w.beside.length === 0)) ? ["NOT_TRIED"] : ["WALKING"];
}

function waysOf(problem: Problem, placements: readonly Placement[], meeting: Meeting): Way[] {
  return problem.slots.flatMap((slot, s) =>
    problem.locations.flatMap((location) =>
      delegations(problem, meeting.parties).flatMap((representativeIds) => {
        const placement = { meetingId: meeting.id, slotId: slot.id, locationId: location.id, representativeIds };
        const alone = checkSchedule(problem, [placement]);
        return [{ slot: s, alone, beside: checkSchedule(problem, [...placements, placement]) }];
      }),
    ),
  );
}

function partyIsThere(
  problem: Problem,
  meeting: Meeting,
  party: number,
  slot: number,
  placements: readonly Placement[] = [],
): boolean {
  const covered = problem.slots.slice(slot, slot + meeting.length).map(({ id }) => id);
  const name = meeting.parties[party]!;
  const position = new Map(problem.slots.map(({ id }, s) => [id, s]));
  const busy = (id: string) =>
    placements.some((p) => {
      const first = position.get(p.slotId)!;
      const length = problem.meetings.find((m) => m.id === p.meetingId)!.length;
      return (
        p.representativeIds.includes(id) && covered.some((c) => position.get(c)! >= first && position.get(c)! < first + length)
      );
    });
  return problem.participants.some(
    (p) =>
      (p.id === name || (p.organizationId === name && !meeting.parties.includes(p.id))) &&
      !covered.some((c) => p.unavailableSlotIds.includes(c)) &&
      !busy(p.id),
  );
}

/** The limits that some way runs into; either is a reason. */
function limitCodes(ways: Way[]): ReasonCode[] {
  const isHit = (rule: RegExp) => ways.some((w) => w.beside.some((s) => rule.test(s)));
  return [
    ...(isHit(/meetings on/) ? (["LIMIT_PER_DAY"] as const) : []),
    ...(isHit(/in a row/) ? (["LIMIT_IN_A_ROW"] as const) : []),
  ];
}
