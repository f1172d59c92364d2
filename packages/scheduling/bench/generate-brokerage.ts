import { createRandom, type Random } from "../src/random.ts";
import type { DznInstance } from "./dzn.ts";

export interface BrokerageShape {
  people: number;
  slots: number;
  morningSlots: number;
  /** Meetings as a share of people times slots / 2: how full the calendars are. */
  fill: number;
  /** Places beyond those the meetings need, as a share. */
  spare: number;
  /** Share of people who come only in the morning, and only in the afternoon. */
  onlyMorning: number;
  onlyAfternoon: number;
  /** Share of people with some forbidden slots. */
  partly: number;
}

export const shapes: Record<string, BrokerageShape> = {
  "short and full": {
    people: 46,
    slots: 10,
    morningSlots: 10,
    fill: 0.72,
    spare: 0.06,
    onlyMorning: 0,
    onlyAfternoon: 0,
    partly: 0.05,
  },
  "short and loose": {
    people: 40,
    slots: 8,
    morningSlots: 8,
    fill: 0.65,
    spare: 0.35,
    onlyMorning: 0,
    onlyAfternoon: 0,
    partly: 0,
  },
  "two sessions": {
    people: 70,
    slots: 21,
    morningSlots: 13,
    fill: 0.22,
    spare: 0.6,
    onlyMorning: 0.3,
    onlyAfternoon: 0.05,
    partly: 0.1,
  },
  "two sessions, tight": {
    people: 74,
    slots: 22,
    morningSlots: 12,
    fill: 0.24,
    spare: 0.45,
    onlyMorning: 0.2,
    onlyAfternoon: 0.12,
    partly: 0,
  },
  large: {
    people: 78,
    slots: 22,
    morningSlots: 12,
    fill: 0.35,
    spare: 0.5,
    onlyMorning: 0.15,
    onlyAfternoon: 0.02,
    partly: 0.25,
  },
};

/** A random brokerage event in the form of the published files; feasible in most cases, not by construction. */
export function generateBrokerage(shape: BrokerageShape, seed: number): DznInstance {
  const random = createRandom(seed);
  const kind = Array.from({ length: shape.people }, () => session(shape, random));
  const open = kind.map((k) => (k === 1 ? shape.morningSlots : k === 2 ? shape.slots - shape.morningSlots : shape.slots));
  const forbidden = kind.map(() => (random.next() < shape.partly ? someSlots(shape, random) : []));
  const appetite = kind.map(() => 0.15 + random.next() ** 1.5);
  const degree = kind.map(() => 0);
  const meetings: DznInstance["meetings"] = [];
  const known = new Set<number>();
  const wanted = Math.round((shape.fill * shape.people * shape.slots) / 2);
  for (let tries = 0; meetings.length < wanted && tries < wanted * 200; tries++) {
    const [a, b] = [pick(appetite, random), pick(appetite, random)];
    const key = Math.min(a, b) * shape.people + Math.max(a, b);
    const full = (p: number) => degree[p]! >= open[p]! - forbidden[p]!.length;
    if (a === b || known.has(key) || full(a) || full(b) || (kind[a]! & kind[b]!) === 0) continue;
    known.add(key);
    degree[a] = degree[a]! + 1;
    degree[b] = degree[b]! + 1;
    meetings.push({ a: a + 1, b: b + 1, session: (kind[a]! & kind[b]!) as 1 | 2 | 3 });
  }
  const tables = Math.ceil((meetings.length * (1 + shape.spare)) / shape.slots);
  return {
    people: shape.people,
    tables,
    slots: shape.slots,
    morningSlots: shape.morningSlots,
    meetings,
    forbidden,
    fixed: meetings.map(() => 0),
    precedences: meetings.map(() => []),
  };
}

function session(shape: BrokerageShape, random: Random): 1 | 2 | 3 {
  const x = random.next();
  return x < shape.onlyMorning ? 1 : x < shape.onlyMorning + shape.onlyAfternoon ? 2 : 3;
}

function someSlots(shape: BrokerageShape, random: Random): number[] {
  const length = 1 + random.below(3);
  const first = 1 + random.below(shape.slots - length);
  return Array.from({ length }, (_, i) => first + i);
}

function pick(weights: number[], random: Random): number {
  let rest = random.next() * weights.reduce((a, b) => a + b, 0);
  for (let i = 0; i < weights.length; i++) {
    rest -= weights[i]!;
    if (rest < 0) return i;
  }
  return weights.length - 1;
}
