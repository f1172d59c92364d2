import type { Plan } from "../large/plan.ts";
import { unplaced } from "../large/plan.ts";
import { delegates, groupFor } from "../model/compile.ts";
import { forOwnSlots, isExcluded, locationsFor } from "../model/compile-meeting.ts";
import { type Contradiction, ProblemRefused } from "../model/contradiction.ts";
import { Meeting, type MeetingInput } from "../model/problem.ts";
import { meetingFaults } from "../model/unknown-ids.ts";
import type { PlanState } from "./plan-state.ts";

/** Appends a meeting to the problem and makes room for it in the plan. Throws `ProblemRefused`. Returns its position. */
export function addMeeting(state: PlanState, input: MeetingInput): number {
  const { plan } = state;
  const { c } = plan;
  const meeting = parse(state, input);
  const m = c.meetings;
  const parties = meeting.parties.map((party) => groupFor(c.index, c.groups, party));
  reserve(state, m + 1, c.repsOf.length + parties.length);
  c.problem.meetings.push(meeting);
  c.index.meetings.set(meeting.id, m);
  parties.forEach((group, k) => {
    c.groupOf[c.repsOf.length] = group;
    plan.repOf[c.repsOf.length] = unplaced;
    c.repsOf.push(delegates(c.index, c.groups[group]!, meeting.parties, meeting.parties[k]!));
  });
  c.partyStart[m + 1] = c.repsOf.length;
  c.locationsOf.push(locationsFor(c.problem, c.index, meeting));
  c.before.push(Int32Array.from(meeting.afterMeetingIds, (id) => c.index.meetings.get(id)!));
  c.after.push(new Int32Array(0));
  for (const earlier of c.before[m]!) c.after[earlier] = Int32Array.of(...c.after[earlier]!, m);
  c.weight[m] = meeting.weight;
  c.must[m] = meeting.must ? 1 : 0;
  c.length[m] = meeting.length;
  c.excluded[m] = isExcluded(c.problem, c.index, meeting) ? 1 : 0;
  c.startable.fill(0, m * c.slots, (m + 1) * c.slots);
  forOwnSlots(c.problem, c.index, meeting, (s) => {
    c.startable[m * c.slots + s] = 1;
  });
  plan.slotOf[m] = unplaced;
  plan.placeOf[m] = unplaced;
  c.meetings = m + 1;
  return m;
}

/** Takes the last added meeting back; it must have no place. */
export function dropLastMeeting({ plan }: PlanState): void {
  const { c } = plan;
  const m = c.meetings - 1;
  for (const earlier of c.before[m]!) c.after[earlier] = c.after[earlier]!.filter((later) => later !== m);
  c.index.meetings.delete(c.problem.meetings.pop()!.id);
  c.repsOf.length = c.partyStart[m]!;
  c.locationsOf.pop();
  c.before.pop();
  c.after.pop();
  c.meetings = m;
}

function parse({ plan }: PlanState, input: MeetingInput): Meeting {
  const parsed = Meeting.safeParse(input);
  if (!parsed.success)
    throw new ProblemRefused(
      parsed.error.issues.map((i) => ({ code: "MALFORMED", message: `${i.path.join(".")}: ${i.message}` })),
    );
  const { index } = plan.c;
  const faults: Contradiction[] = meetingFaults(parsed.data, { ...index, parties: index.members });
  if (index.meetings.has(parsed.data.id)) faults.push({ code: "ID_TWICE", message: `meeting ${parsed.data.id} appears twice` });
  if (faults.length > 0) throw new ProblemRefused(faults);
  return parsed.data;
}

/** Doubles the room, so that adding stays cheap on the average. */
function reserve(state: PlanState, meetings: number, parties: number): void {
  const { plan } = state;
  const { c } = plan;
  if (parties > c.groupOf.length) {
    c.groupOf = grown(c.groupOf, new Int32Array(2 * parties));
    plan.repOf = grown(plan.repOf, new Int32Array(2 * parties));
  }
  if (meetings <= state.capacity) return;
  const size = 2 * meetings;
  state.capacity = size;
  c.partyStart = grown(c.partyStart, new Int32Array(size + 1));
  c.weight = grown(c.weight, new Float64Array(size));
  c.must = grown(c.must, new Uint8Array(size));
  c.length = grown(c.length, new Int32Array(size));
  c.excluded = grown(c.excluded, new Uint8Array(size));
  c.startable = grown(c.startable, new Uint8Array(size * c.slots));
  growPlan(plan, size);
}

function growPlan(plan: Plan, size: number): void {
  plan.slotOf = grown(plan.slotOf, new Int32Array(size));
  plan.placeOf = grown(plan.placeOf, new Int32Array(size));
}

function grown<T extends Int32Array | Uint8Array | Float64Array>(old: T, next: T): T {
  next.set(old);
  return next;
}
