import type { Compiled } from "../model/compile.ts";
import { createRandom, type Random } from "../random.ts";
import { augment } from "./augment.ts";
import { blockers, priceOf } from "./blockers.ts";
import { weightBound } from "./bound.ts";
import { displace } from "./displace.ts";
import { evenBreaks } from "./even-breaks.ts";
import { fairness } from "./fairness.ts";
import { insert } from "./insert.ts";
import { createPlan, type Plan, unplaced } from "./plan.ts";
import { polish } from "./polish.ts";

export interface LargeOptions {
  seed: number;
  shouldStop: () => boolean;
  onProgress?: (phase: string, weight: number, bound: number | null) => void;
  /** Start from this plan instead of an empty one. */
  start?: Plan;
}

export interface LargeResult {
  plan: Plan;
  bound: number;
}

const chainTries = 24;
const maxRounds = 12;
const polishRounds = 3;

/** A schedule of much weight for any problem: insert, make room along alternating paths, displace lighter meetings, even out shares, polish, even out breaks. */
export function solveLarge(c: Compiled, options: LargeOptions): LargeResult {
  const random = createRandom(options.seed);
  const plan = options.start ?? createPlan(c);
  const bound = weightBound(c);
  const report = (phase: string) => options.onProgress?.(phase, plan.weight, bound);
  let waiting = insertAll(plan, random, options.shouldStop);
  report("inserted");
  for (let round = 0; round < maxRounds && waiting.length > 0 && !options.shouldStop(); round++) {
    const before = plan.weight;
    waiting = improve(plan, waiting, random, options.shouldStop);
    report("improved");
    if (plan.weight - before <= before * 1e-4) break;
  }
  fairness(plan, waiting, options.shouldStop);
  report("evened out");
  for (let round = 0; round < polishRounds && !options.shouldStop(); round++) if (polish(plan, options.shouldStop) === 0) break;
  report("polished");
  evenBreaks(plan, options.shouldStop);
  report("breaks evened");
  return { plan, bound };
}

const nothingFixed = () => false;

/** By price, those with fewer ways first among equals. Returns the meetings without a place. */
function insertAll(plan: Plan, random: Random, shouldStop: () => boolean): number[] {
  const { c } = plan;
  const ways = Int32Array.from({ length: c.meetings }, (_, m) =>
    c.startable.subarray(m * c.slots, (m + 1) * c.slots).reduce((a, b) => a + b, 0),
  );
  const rank = (m: number) => priceOf(plan, m) + (c.problem.meetings[m]!.fixedSlotId === undefined ? 0 : 1e12);
  const order = Array.from({ length: c.meetings }, (_, m) => m)
    .filter((m) => plan.slotOf[m] === unplaced && c.excluded[m] === 0)
    .sort((a, b) => depth(c, a) - depth(c, b) || rank(b) - rank(a) || ways[a]! - ways[b]!);
  const waiting: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const m = order[i]!;
    if (i % 64 === 0 && shouldStop()) return waiting.concat(order.slice(i));
    if (!insert(plan, m) && !augment(plan, m, random, chainTries, nothingFixed)) waiting.push(m);
  }
  return waiting;
}

/** 0 for meetings that wait for none; others come later. */
const depth = (c: Compiled, m: number): number => {
  let deepest = 0;
  for (const earlier of c.before[m]!) deepest = Math.max(deepest, 1 + depth(c, earlier));
  return deepest;
};

/** One round over the waiting meetings: a free place by now, room along a path, or a place worth more than what it costs. */
function improve(plan: Plan, waiting: number[], random: Random, shouldStop: () => boolean): number[] {
  const queue = [...waiting].sort((a, b) => priceOf(plan, b) - priceOf(plan, a));
  const left: number[] = [];
  for (let i = 0; i < queue.length; i++) {
    const m = queue[i]!;
    if (i % 64 === 0 && shouldStop()) return left.concat(queue.slice(i));
    if (insert(plan, m) || augment(plan, m, random, chainTries, nothingFixed)) continue;
    const lost = takePlace(plan, m);
    left.push(...(lost ?? [m]));
  }
  return left;
}

/** Tries the slots whose occupants weigh least; returns the meetings that lost their place, or null. */
function takePlace(plan: Plan, m: number): number[] | null {
  const price = priceOf(plan, m);
  const slots: { slot: number; weight: number }[] = [];
  for (let slot = 0; slot < plan.c.slots; slot++) {
    const blocked = blockers(plan, m, slot, price * 2 + 1e-9);
    if (blocked !== null) slots.push({ slot, weight: blocked.weight });
  }
  slots.sort((a, b) => a.weight - b.weight);
  for (const { slot } of slots.slice(0, triesPerMeeting)) {
    const displaced = displace(plan, m, slot, price - 1e-9, nothingFixed);
    if (displaced !== null) return displaced.lost;
  }
  return null;
}

const triesPerMeeting = 10;
