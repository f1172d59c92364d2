import { type Plan, unplaced } from "../large/plan.ts";
import type { Compiled } from "../model/compile.ts";
import { possibleSlots } from "../model/possible-slots.ts";
import { type Obstacle, obstacles } from "./obstacles.ts";

export interface Unscheduled {
  meetingId: string;
  code:
    | "EXCLUDED"
    | "NO_COMMON_SLOT"
    | "WAITS_FOR_OTHER"
    | "PARTY_FULL"
    | "BOTH_FULL"
    | "LOCATION_FULL"
    | "WALKING"
    | "LIMIT"
    | "NOT_TRIED";
  /** One sentence with data. */
  reason: string;
  /** The smallest change that would admit it, or null if it takes several. */
  wouldFitIf: string | null;
}

/** Why a meeting has no place in the plan, and what would give it one. */
export function explainUnscheduled(plan: Plan, m: number): Unscheduled {
  const { c } = plan;
  const meeting = c.problem.meetings[m]!;
  const answer = (code: Unscheduled["code"], reason: string, wouldFitIf: string | null = null): Unscheduled => ({
    meetingId: meeting.id,
    code,
    reason,
    wouldFitIf,
  });
  if (c.excluded[m] === 1) return answer("EXCLUDED", `${meeting.parties.join(" and ")} are excluded from meeting`);
  const waiting = Array.from(c.before[m]!).filter((other) => plan.slotOf[other] === unplaced);
  if (waiting.length > 0) return answer("WAITS_FOR_OTHER", `it comes after ${names(c, waiting)}, which is not scheduled`);
  const open = possibleSlots(c, m);
  if (open.length === 0)
    return answer("NO_COMMON_SLOT", `${meeting.parties.join(" and ")} have no common slot`, noCommonSlotChange(plan, m));
  const found = open.map((slot) => ({ slot, obstacles: obstacles(plan, m, slot) }));
  const admitted = found.find((f) => f.obstacles.length === 1);
  const change = admitted ? changeOf(plan, admitted.obstacles[0]!, admitted.slot) : null;
  return answer(
    ...summary(
      plan,
      open,
      found.map((f) => f.obstacles),
    ),
    change,
  );
}

const names = (c: Compiled, meetings: number[]): string => meetings.map((m) => c.problem.meetings[m]!.id).join(", ");

function summary(plan: Plan, open: number[], found: Obstacle[][]): [Unscheduled["code"], string] {
  const { slots } = plan.c.problem;
  const share = `the ${open.length} slot(s) they share`;
  const shared = open.filter((_, i) => !found[i]!.some((o) => o.kind === "engaged"));
  const first = open.length > 0 ? found[0]![0] : undefined;
  if (found.some((list) => list.length === 0))
    return ["NOT_TRIED", `it would fit into ${slots[open[found.findIndex((l) => l.length === 0)]!]!.id}`];
  if (shared.length === 0) {
    const engaged = found.map((list) => list.filter((o) => o.kind === "engaged").map((o) => o.who));
    const always = (engaged[0] ?? []).filter((who) => engaged.every((list) => list.includes(who)));
    if (always.length > 1) return ["BOTH_FULL", `${always.join(" and ")} are both engaged in ${share}`];
    if (always.length === 1) return ["PARTY_FULL", `${always[0]} is engaged in ${share}`];
    return ["PARTY_FULL", `in each of ${share} one of them is engaged`];
  }
  const kinds = new Set(shared.flatMap((slot) => found[open.indexOf(slot)]!.map((o) => o.kind)));
  const when = shared
    .slice(0, 3)
    .map((s) => slots[s]!.id)
    .join(", ");
  if (kinds.has("seat"))
    return [
      "LOCATION_FULL",
      `${first?.kind === "seat" ? first.who : "its location"} is full in ${shared.length} slot(s) when both are free (${when})`,
    ];
  if (kinds.has("walk")) return ["WALKING", `when both are free (${when}) the way from a neighbouring meeting is too long`];
  return ["LIMIT", `when both are free (${when}) a limit per day or in a row is reached`];
}

function changeOf(plan: Plan, obstacle: Obstacle, slot: number): string {
  const when = plan.c.problem.slots[slot]!.id;
  switch (obstacle.kind) {
    case "engaged":
      return `if ${obstacle.who} were free in ${when}`;
    case "seat":
      return `if ${obstacle.who} had one more place in ${when}`;
    case "walk":
      return `if ${obstacle.who} had time to walk there in ${when}`;
    case "limit":
      return `if ${obstacle.who} accepted one more meeting on that day`;
    case "order":
      return `if the meetings ordered with it left ${when} free`;
  }
}

/** A slot in which only one party is not available. */
function noCommonSlotChange(plan: Plan, m: number): string | null {
  const { c } = plan;
  const { parties } = c.problem.meetings[m]!;
  for (let slot = 0; slot < c.slots; slot++) {
    if (c.startable[m * c.slots + slot] === 0) continue;
    const absent = parties.filter(
      (_, k) => !c.repsOf[c.partyStart[m]! + k]!.some((rep) => c.available[rep * c.slots + slot] === 1),
    );
    if (absent.length === 1) return `if ${absent[0]} were available in ${c.problem.slots[slot]!.id}`;
  }
  return null;
}
