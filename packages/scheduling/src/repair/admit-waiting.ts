import { priceOf } from "../large/blockers.ts";
import { type Plan, unplaced } from "../large/plan.ts";
import type { Compiled } from "../model/compile.ts";
import { placeWithFewMoves } from "./few-moves.ts";
import { createRun } from "./run.ts";

const smallProblem = 100;
const moves = 3;
const effortPerMeeting = 20_000;
const effortInAll = 3_000_000;

/**
 * Ejection chains for meetings without a place that the engine's own moves leave alone: long ones, those of three parties or more, those of people who take
 * pauses; in small problems for all. Nobody loses a place by it. Returns how many were placed.
 */
export function admitWaiting(plan: Plan, shouldStop: () => boolean): number {
  const { c } = plan;
  const waiting: number[] = [];
  for (let m = 0; m < c.meetings; m++)
    if (plan.slotOf[m] === unplaced && c.excluded[m] === 0 && (c.meetings <= smallProblem || isUnusual(c, m))) waiting.push(m);
  waiting.sort((a, b) => priceOf(plan, b) - priceOf(plan, a) || a - b);
  const state = { plan, capacity: c.meetings, cancelled: new Set<number>(), homeless: new Map() };
  const run = { ...createRun(state, {}), effortPerMeeting };
  let placed = 0;
  let left = effortInAll;
  for (const m of waiting) {
    if (left <= 0 || shouldStop()) break;
    run.effort = Math.min(left, effortPerMeeting);
    left -= run.effort;
    if (placeWithFewMoves(run, m, moves)) placed++;
    left += run.effort;
  }
  return placed;
}

function isUnusual(c: Compiled, m: number): boolean {
  if (c.length[m]! > 1 || c.partyStart[m + 1]! - c.partyStart[m]! > 2) return true;
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++)
    if (c.repsOf[i]!.some((rep) => c.maxInARow[rep]! < c.slots)) return true;
  return false;
}
