import { priceOf } from "../large/blockers.ts";
import { unplaced } from "../large/plan.ts";
import { blockedPlaces } from "./blocking.ts";
import { placeWithFewMoves, settles } from "./few-moves.ts";
import { putAt, rollBack, takeAway } from "./log.ts";
import { goHome } from "./return-home.ts";
import { mayMove, type Run } from "./run.ts";

export interface Outcome {
  /** Meetings that lost their place to a must, and the must. */
  gaveWay: Map<number, number>;
  /** Meetings that must not move and could not stay. */
  stranded: number[];
  /** All that lost their place at some time, in the order of trying. */
  lost: number[];
}

/** Finds places for meetings that lost theirs: musts and heavy ones first, those others wait for before all. */
export function rehouseOrphans(run: Run, orphans: readonly number[], moves: number): Outcome {
  const outcome: Outcome = { gaveWay: new Map(), stranded: [], lost: [] };
  const queue = inOrder(run, orphans);
  for (let i = 0; i < queue.length; i++) {
    const m = queue[i]!;
    if (run.plan.slotOf[m] !== unplaced || goHome(run, m)) continue;
    if (run.pinned.has(m)) {
      outcome.stranded.push(m);
      continue;
    }
    if (placeWithFewMoves(run, m, moves)) continue;
    const followers = freeFollowers(run, m, moves);
    queue.push(...followers);
    if (run.plan.slotOf[m] !== unplaced || run.plan.c.must[m] === 0) continue;
    queue.push(...displaceLighter(run, m, outcome));
  }
  outcome.lost = dropFollowers(run, queue);
  return outcome;
}

/** New meetings, heavy ones first. */
export function placeAdded(run: Run, added: readonly number[], moves: number): void {
  for (const m of inOrder(run, added)) placeWithFewMoves(run, m, moves);
}

function inOrder({ plan }: Run, meetings: readonly number[]): number[] {
  const waits = (m: number) => plan.c.before[m]!.length;
  return [...meetings].sort((a, b) => waits(a) - waits(b) || priceOf(plan, b) - priceOf(plan, a) || a - b);
}

/** If meetings that come after this one are in its way, all are placed anew. Returns those that still need a place. */
function freeFollowers(run: Run, m: number, moves: number): number[] {
  const { plan } = run;
  const followers = [...plan.c.after[m]!].filter((later) => plan.slotOf[later] !== unplaced);
  if (followers.length === 0 || !followers.every((later) => mayMove(run, later))) return [];
  const start = run.log.entries.length;
  for (const later of followers) takeAway(run.log, later);
  if (placeWithFewMoves(run, m, moves)) return followers;
  rollBack(run.log, start);
  return [];
}

/** A must takes the place of the cheapest meetings that are none. Returns those that lost their place. */
function displaceLighter(run: Run, m: number, { gaveWay }: Outcome): number[] {
  const { plan } = run;
  const parties = plan.c.partyStart[m + 1]! - plan.c.partyStart[m]!;
  for (const blocked of blockedPlaces(run, m, parties + 1)) {
    if (blocked.meetings.some((other) => plan.c.must[other] === 1)) continue;
    const start = run.log.entries.length;
    for (const other of blocked.meetings) takeAway(run.log, other);
    if (!settles(run, m, blocked)) {
      rollBack(run.log, start);
      continue;
    }
    putAt(run.log, m, blocked.slot, blocked.location, blocked.reps);
    for (const other of blocked.meetings) gaveWay.set(other, m);
    return blocked.meetings;
  }
  return [];
}

/** What comes after a meeting without a place loses its own. Returns all without a place. */
function dropFollowers(run: Run, lost: readonly number[]): number[] {
  const { plan, log } = run;
  const queue = lost.filter((m) => plan.slotOf[m] === unplaced);
  for (const m of queue)
    for (const later of plan.c.after[m]!) {
      if (plan.slotOf[later] === unplaced) continue;
      takeAway(log, later);
      queue.push(later);
    }
  return queue;
}

/** Once more into places that have become free meanwhile, until nothing more fits. */
export function retry(run: Run, meetings: readonly number[]): void {
  const left = meetings.filter((m) => run.plan.slotOf[m] === unplaced);
  const still = left.filter((m) => !goHome(run, m) && (run.pinned.has(m) || !placeWithFewMoves(run, m, 0)));
  if (still.length < left.length) retry(run, still);
}
