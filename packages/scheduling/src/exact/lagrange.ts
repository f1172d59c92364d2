import type { Brokerage } from "./brokerage.ts";
import { type CountRange, countRange } from "./count-range.ts";

/**
 * A lower bound on the breaks by Lagrangian relaxation (Held and Karp 1971) of the locations' capacity: slot s costs price[s] for each person in
 * it, every person takes the cheapest calendar of their own (a dynamic programme over slots), and the prices of the capacity are given back. For any
 * prices >= 0 the sum is a bound; subgradient steps look for good prices. A calendar must hold the person's number of meetings and obey, for
 * every slot, how many meetings must lie before it and how many can. Infinity: somebody has no calendar at all.
 */
export function lagrangeBound(problem: Brokerage, upperBound: number, steps: number): number {
  const people = calendarsToPlan(problem);
  const seats = Float64Array.from(problem.capacity, (c) => c * Math.max(1, ...problem.peopleOf.map((x) => x.length)));
  const price = new Float64Array(problem.slots);
  const present = new Float64Array(problem.slots);
  let best = 0;
  let scale = 1;
  let stale = 0;
  for (let step = 0; step < steps; step++) {
    present.fill(0);
    let value = 0;
    for (const person of people) value += cheapest(person, price, present);
    for (let s = 0; s < problem.slots; s++) value -= price[s]! * seats[s]!;
    if (value > best + 1e-3) stale = 0;
    else if (++stale >= 15) {
      stale = 0;
      scale /= 2;
    }
    best = Math.max(best, value);
    if (best === Number.POSITIVE_INFINITY || Math.ceil(best - 1e-6) >= upperBound) break;
    if (!adjust(price, present, seats, scale * (Math.max(best, 0) + reach - value))) break;
  }
  return Math.max(0, Math.ceil(best - 1e-6));
}

/** How far above the best bound so far the steps aim. */
const reach = 5;

/** Moves the prices along the violation of capacity; false when nothing is violated. */
function adjust(price: Float64Array, present: Float64Array, seats: Float64Array, distance: number): boolean {
  let norm = 0;
  const violation = present.map((n, s) => {
    const v = n - seats[s]!;
    return v < 0 && price[s] === 0 ? 0 : v;
  });
  for (const v of violation) norm += v * v;
  if (norm === 0) return false;
  for (let s = 0; s < price.length; s++) price[s] = Math.max(0, price[s]! + (distance / norm) * violation[s]!);
  return true;
}

interface CalendarRules extends CountRange {
  meetings: number;
  /** Slots that any of the meetings may take. */
  open: number;
}

function calendarsToPlan(problem: Brokerage): CalendarRules[] {
  return problem.meetingsOf
    .filter((meetings) => meetings.length > 0)
    .map((meetings) => ({
      meetings: meetings.length,
      open: meetings.reduce((mask, m) => mask | problem.allowed[m]!, 0),
      ...countRange(problem, meetings),
    }));
}

/** Cost of the person's best calendar; adds its slots to `present`. State: meetings held, and whether the last slot was one. */
function cheapest(rules: CalendarRules, price: Float64Array, present: Float64Array): number {
  const slots = price.length;
  const width = rules.meetings + 1;
  const cost = new Float64Array((slots + 1) * width * 2).fill(Number.POSITIVE_INFINITY);
  const fromMeeting = new Uint8Array(cost.length);
  cost[0] = 0;
  for (let s = 0; s < slots; s++) {
    const open = (rules.open >> s) & 1;
    for (let held = 0; held < width; held++) {
      const state = (s * width + held) * 2;
      const idle = cost[state]!;
      const meeting = cost[state + 1]!;
      const next = state + width * 2;
      if (held >= rules.least[s]! && held <= rules.most[s]!) {
        cost[next] = Math.min(idle, meeting);
        fromMeeting[next] = meeting < idle ? 1 : 0;
      }
      if (open === 0 || held + 1 >= width || held + 1 < rules.least[s]! || held + 1 > rules.most[s]!) continue;
      const resumed = idle + (held > 0 ? 1 : 0);
      cost[next + 3] = Math.min(resumed, meeting) + price[s]!;
      fromMeeting[next + 3] = meeting < resumed ? 1 : 0;
    }
  }
  const end = (slots * width + rules.meetings) * 2;
  let last = cost[end + 1]! < cost[end]! ? 1 : 0;
  const value = cost[end + last]!;
  if (value === Number.POSITIVE_INFINITY) return value;
  let held = rules.meetings;
  for (let s = slots; s > 0; s--) {
    const before = fromMeeting[(s * width + held) * 2 + last]!;
    if (last === 1) {
      present[s - 1] = present[s - 1]! + 1;
      held--;
    }
    last = before;
  }
  return value;
}
