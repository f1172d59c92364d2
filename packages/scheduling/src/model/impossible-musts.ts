import type { Compiled } from "./compile.ts";
import type { Contradiction } from "./contradiction.ts";
import { groupAvailable, locationOpen, possibleSlots } from "./possible-slots.ts";

/** Musts and fixed meetings that cannot be held whatever else is planned. */
export function impossibleMusts(c: Compiled): Contradiction[] {
  const found: Contradiction[] = [];
  c.problem.meetings.forEach((meeting, m) => {
    if (!meeting.must && meeting.fixedSlotId === undefined) return;
    if (c.excluded[m] === 1)
      found.push({
        code: "MUST_EXCLUDED",
        message: `meeting ${meeting.id} is a must between parties that are excluded from meeting`,
      });
    else if (possibleSlots(c, m).length === 0) found.push(whyImpossible(c, m));
  });
  return found;
}

function whyImpossible(c: Compiled, m: number): Contradiction {
  const meeting = c.problem.meetings[m]!;
  const startable = Array.from({ length: c.slots }, (_, s) => s).filter((s) => c.startable[m * c.slots + s] === 1);
  if (startable.length === 0) return { code: "MUST_WITHOUT_SLOT", message: `meeting ${meeting.id}: its own rules leave no slot` };
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
    if (startable.some((s) => groupAvailable(c, i, s, c.length[m]!))) continue;
    const party = meeting.parties[i - c.partyStart[m]!]!;
    return meeting.fixedSlotId === undefined
      ? { code: "MUST_UNAVAILABLE", message: `meeting ${meeting.id}: ${party} is available in no slot it may take` }
      : {
          code: "FIXED_FORBIDDEN",
          message: `meeting ${meeting.id}: ${party} is not available in ${meeting.fixedSlotId}, where it is fixed`,
        };
  }
  if (!startable.some((s) => locationOpen(c, m, s)))
    return { code: "MUST_WITHOUT_LOCATION", message: `meeting ${meeting.id}: no location is open in the slots it may take` };
  return {
    code: "MUST_NEVER_TOGETHER",
    message: `meeting ${meeting.id}: ${meeting.parties.join(" and ")} are never available in the same slot`,
  };
}

/** Meetings that come, over others, before themselves. */
export function circles(c: Compiled): Contradiction[] {
  const waiting = Int32Array.from(c.before, (list) => list.length);
  const ready = Array.from({ length: c.meetings }, (_, m) => m).filter((m) => waiting[m] === 0);
  for (let i = 0; i < ready.length; i++) {
    for (const later of c.after[ready[i]!]!) {
      waiting[later] = waiting[later]! - 1;
      if (waiting[later] === 0) ready.push(later);
    }
  }
  const stuck = c.problem.meetings.filter((_, m) => waiting[m]! > 0).map(({ id }) => id);
  return stuck.length === 0 ? [] : [{ code: "PRECEDENCE_CIRCLE", message: `meetings ${stuck.join(", ")} wait for each other` }];
}
