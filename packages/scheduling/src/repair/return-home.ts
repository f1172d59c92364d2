import { hasSeat, isFree, mayStart } from "../large/fits.ts";
import { unplaced } from "../large/plan.ts";
import { putAt, rollBack, takeAway } from "./log.ts";
import { mayMove, type Run } from "./run.ts";

/** Moved meetings that turn out not to have been in the way go back to where they were. */
export function returnHome(run: Run, orphans: ReadonlySet<number>): void {
  const { plan, log } = run;
  for (const m of [...log.origins.keys()]) {
    const home = log.origins.get(m)!;
    if (orphans.has(m) || home.slot === unplaced || plan.slotOf[m] === unplaced || !mayMove(run, m)) continue;
    const start = log.entries.length;
    takeAway(log, m);
    if (!goHome(run, m)) rollBack(log, start);
  }
}

/** Puts the meeting exactly where it was, with the same people, if that is free. */
export function goHome(run: Run, m: number): boolean {
  const { plan } = run;
  const { c } = plan;
  const { slot, place, reps } = run.home(m);
  if (slot === unplaced || place === unplaced || slot + c.length[m]! > c.slots) return false;
  const isOurs = reps.every((rep, k) => c.repsOf[c.partyStart[m]! + k]?.includes(rep) && reps.indexOf(rep) === k);
  if (!isOurs || reps.length !== c.partyStart[m + 1]! - c.partyStart[m]! || !c.locationsOf[m]!.includes(place)) return false;
  if (!mayStart(plan, m, slot) || !hasSeat(plan, m, slot, place)) return false;
  if (!reps.every((rep) => isFree(plan, rep, slot, c.length[m]!, place))) return false;
  putAt(run.log, m, slot, place, reps);
  return true;
}
