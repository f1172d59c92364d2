import { hasSeat, isFree, mayStart } from "../large/fits.ts";
import { type Blocked, blockedPlaces } from "./blocking.ts";
import { putAt, rollBack, takeAway } from "./log.ts";
import { bestFree } from "./position.ts";
import type { Run } from "./run.ts";

/**
 * Gives the meeting a place by moving as few others as possible, at most `most`: ejection chains (Glover 1996) by iterative deepening, so that a chain
 * of n moves is only tried when none of n - 1 was found. Without success everything is as before.
 * A chain is found early or hardly ever, so only a must may spend more than its part of the effort.
 */
export function placeWithFewMoves(run: Run, m: number, most: number): boolean {
  const kept = run.plan.c.must[m] === 1 ? 0 : Math.max(0, run.effort - run.effortPerMeeting);
  run.effort -= kept;
  const isPlaced = deepen(run, m, most);
  run.effort += kept;
  return isPlaced;
}

function deepen(run: Run, m: number, most: number): boolean {
  for (let moves = 0; moves <= most; moves++) {
    if (placeWith(run, m, moves, new Set([m]))) return true;
    if (run.effort <= 0) return false;
  }
  return false;
}

/** Exactly `moves` others may move, none of them in `chain`. */
function placeWith(run: Run, m: number, moves: number, chain: Set<number>): boolean {
  if (moves === 0) {
    const free = bestFree(run, m);
    if (free !== null) putAt(run.log, m, free.slot, free.location, free.reps);
    return free !== null;
  }
  for (const blocked of blockedPlaces(run, m, moves)) {
    if (run.effort <= 0) return false;
    if (blocked.meetings.some((other) => chain.has(other))) continue;
    if (take(run, m, blocked, moves, chain)) return true;
  }
  return false;
}

function take(run: Run, m: number, blocked: Blocked, moves: number, chain: Set<number>): boolean {
  const start = run.log.entries.length;
  for (const other of blocked.meetings) takeAway(run.log, other);
  if (settles(run, m, blocked)) {
    putAt(run.log, m, blocked.slot, blocked.location, blocked.reps);
    const longer = new Set([...chain, ...blocked.meetings]);
    if (rehouse(run, blocked.meetings, moves - blocked.meetings.length, longer)) return true;
  }
  rollBack(run.log, start);
  return false;
}

/** Whether the meeting fits the place exactly, after those in the way have left. */
export function settles(
  { plan }: Run,
  m: number,
  { slot, location, reps }: Pick<Blocked, "slot" | "location" | "reps">,
): boolean {
  return (
    mayStart(plan, m, slot) &&
    hasSeat(plan, m, slot, location) &&
    reps.every((rep) => isFree(plan, rep, slot, plan.c.length[m]!, location))
  );
}

/** Finds places for all of the meetings; the moves left go to the first that needs them. */
function rehouse(run: Run, meetings: readonly number[], moves: number, chain: Set<number>): boolean {
  return meetings.every((other) => {
    for (let spent = 0; spent <= moves; spent++) {
      if (!placeWith(run, other, spent, chain)) continue;
      moves -= spent;
      return true;
    }
    return false;
  });
}
