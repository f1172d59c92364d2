import type { Reason } from "../explain/reason.ts";
import { reasonFor } from "../explain/reason-for.ts";
import { placementAt } from "../large/placements.ts";
import { unplaced } from "../large/plan.ts";
import type { Placement } from "../model/result.ts";
import type { Applied } from "./apply-change.ts";
import type { Origin } from "./log.ts";
import type { PlanState } from "./plan-state.ts";
import type { Outcome } from "./rehouse.ts";
import type { Repaired } from "./repaired.ts";
import type { Run } from "./run.ts";

type Report = Omit<Repaired, "seconds">;

/** What the run did, in the ids of the problem. */
export function report(
  state: PlanState,
  run: Run,
  applied: Applied,
  outcome: Outcome & { filled: number[] },
  before: { weight: number; count: number },
): Report {
  const { plan } = state;
  const idOf = (m: number) => plan.c.problem.meetings[m]!.id;
  const found: Report = {
    moved: [],
    added: [],
    dropped: [],
    notAdded: [],
    kept: 0,
    valueBefore: before.weight,
    value: plan.weight,
  };
  const touched = new Set([...state.homeless.keys(), ...run.log.origins.keys()]);
  const existing = [...touched].filter((m) => run.home(m).slot !== unplaced || state.homeless.has(m)).sort((a, b) => a - b);
  let changed = 0;
  for (const m of existing) {
    const from = state.homeless.get(m) ?? placementFrom(run, m, run.home(m));
    if (plan.slotOf[m] === unplaced) found.dropped.push({ meetingId: idOf(m), from, reason: whyDropped(state, run, outcome, m) });
    else if (!isSame(from, placementAt(plan, m))) found.moved.push({ meetingId: idOf(m), from, to: placementAt(plan, m) });
    else continue;
    changed++;
  }
  found.kept = before.count + state.homeless.size - changed;
  for (const m of [...applied.added, ...outcome.filled]) {
    if (plan.slotOf[m] !== unplaced) found.added.push(placementAt(plan, m));
    else found.notAdded.push({ meetingId: idOf(m), reason: reasonFor(plan, m, run.firstSlot) });
  }
  return found;
}

function placementFrom({ plan }: Run, m: number, { slot, place, reps }: Origin): Placement {
  const { problem } = plan.c;
  return {
    meetingId: problem.meetings[m]!.id,
    slotId: problem.slots[slot]!.id,
    locationId: problem.locations[place]!.id,
    representativeIds: Array.from(reps, (p) => problem.participants[p]!.id),
  };
}

const isSame = (a: Placement, b: Placement): boolean =>
  a.slotId === b.slotId && a.locationId === b.locationId && a.representativeIds.every((id, i) => id === b.representativeIds[i]);

function whyDropped({ plan, cancelled }: PlanState, run: Run, { gaveWay, stranded }: Outcome, m: number): Reason {
  const { problem } = plan.c;
  if (cancelled.has(m)) return { code: "CANCELLED" };
  if (stranded.includes(m)) return { code: "PINNED_IMPOSSIBLE", slotId: problem.slots[run.home(m).slot]?.id ?? "" };
  const must = gaveWay.get(m);
  if (must !== undefined) return { code: "GAVE_WAY", meetingId: problem.meetings[must]!.id };
  return reasonFor(plan, m, run.firstSlot);
}
