import { stableRandom } from "../../src/market/stable-random.ts";
import { changePair, changeSeats, fillPlan } from "../../src/plan/change-plan.ts";
import { createPlan } from "../../src/plan/plan.ts";
import { exactPlanValue, type PlanPair } from "../baselines/exact-plan.ts";
import type { BenchOptions } from "../options.ts";
import { bothTimes, heading, line, spread, type Timed, timed } from "../report.ts";

const shape = { hosts: 250, bidders: 1000, candidates: 30, changes: 300 };

export function capacityPlanRow({ repeats }: BenchOptions): void {
  heading(8, "capacity plan's value over the exact optimum, and repair time per change", "0.97, 1 ms (aim 0.99)");
  const [first, last, fill, exact]: number[][] = [[], [], [], []];
  const repair: Timed[] = [];
  for (let repeat = 0; repeat < Math.min(repeats, 5); repeat++) {
    const world = randomWorld(repeat);
    const plan = createPlan();
    fill!.push(timed(() => fillPlan(plan, world.bidderSeats, world.hostSeats, world.pairs)).milliseconds);
    const best = timed(() => exactPlanValue(world.bidderSeats, world.hostSeats, world.pairs));
    exact!.push(best.milliseconds);
    first!.push(plan.value / best.value);
    for (let change = 0; change < shape.changes; change++) repair.push(oneChange(world, plan));
    last!.push(plan.value / exactPlanValue(world.bidderSeats, world.hostSeats, world.pairs));
  }
  line(
    `${shape.bidders} buyers x ${shape.hosts} exhibitors, ${shape.candidates} candidates each: over the optimum`,
    spread(first!, 4),
  );
  line(`  after ${shape.changes} changes repaired in place`, spread(last!, 4));
  line("  filling from nothing, ms", spread(fill!, 1));
  line("  exact minimum-cost flow, ms", spread(exact!, 0));
  line("repair of one change, ms", bothTimes(repair));
}

type World = { bidderSeats: number[]; hostSeats: number[]; pairs: PlanPair[]; random: () => number };

function randomWorld(seed: number): World {
  const random = stableRandom(500 + seed);
  const seats = (count: number, most: number) => Array.from({ length: count }, () => 1 + Math.floor(random() * most));
  const star = Array.from({ length: shape.hosts }, () => random());
  const pairs: PlanPair[] = [];
  for (let bidder = 0; bidder < shape.bidders; bidder++) {
    const hosts = new Set<number>();
    while (hosts.size < shape.candidates) hosts.add(Math.floor(random() * shape.hosts));
    for (const host of hosts) pairs.push({ bidder, host, value: (0.5 * random() + 0.5 * star[host]!) * (0.5 + 0.5 * random()) });
  }
  return { bidderSeats: seats(shape.bidders, 6), hostSeats: seats(shape.hosts, 20), pairs, random };
}

/** A slot is lost or freed, a buyer leaves or comes back, a no, or a new wish. Returns what the repair took. */
function oneChange({ bidderSeats, hostSeats, pairs, random }: World, plan: ReturnType<typeof createPlan>): Timed {
  const draw = random();
  if (draw < 0.6) {
    const host = draw < 0.35;
    const seats = host ? hostSeats : bidderSeats;
    const number = Math.floor(random() * seats.length);
    seats[number] = Math.floor(random() * (host ? 20 : 6));
    return timed(() => changeSeats(plan, host ? "host" : "bidder", number, seats[number]!));
  }
  const at = Math.floor(random() * pairs.length);
  const { bidder, host } = pairs[at]!;
  const value = draw < 0.8 ? undefined : random();
  if (value === undefined) pairs.splice(at, 1);
  else pairs[at] = { bidder, host, value };
  return timed(() => changePair(plan, bidder, host, value));
}
