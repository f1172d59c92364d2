import fc from "fast-check";
import { expect, test } from "vitest";
import { exactPlanValue, type PlanPair } from "../../bench/baselines/exact-plan.ts";
import { changePair, changeSeats, fillPlan, joinPlan } from "./change-plan.ts";
import { createPlan, type Plan } from "./plan.ts";
import { standbyFor } from "./standby.ts";

const seats = (count: number) => fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count });
const value = fc.double({ min: 0, max: 1, noNaN: true });
const world = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([bidders, hosts]) =>
  fc.record({
    bidderSeats: seats(bidders),
    hostSeats: seats(hosts),
    pairs: fc.uniqueArray(fc.record({ bidder: fc.nat(bidders - 1), host: fc.nat(hosts - 1), value }), {
      selector: ({ bidder, host }) => bidder * 10 + host,
    }),
    changes: fc.array(
      fc.record({
        side: fc.constantFrom("bidder", "host", "pair"),
        number: fc.nat(),
        seats: fc.integer({ min: 0, max: 3 }),
        value: fc.option(value, { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
  }),
);

const best = (plan: Plan): number => {
  const pairs: PlanPair[] = plan.bidders.flatMap(({ candidates }, bidder) =>
    [...candidates].map(([host, value]) => ({ bidder, host, value })),
  );
  return exactPlanValue(
    plan.bidders.map(({ capacity }) => capacity),
    plan.hosts.map(({ capacity }) => capacity),
    pairs,
  );
};

function expectSound(plan: Plan): void {
  let sum = 0;
  for (const [bidder, { capacity, partners, candidates }] of plan.bidders.entries()) {
    expect(partners.size).toBeLessThanOrEqual(capacity);
    for (const host of partners.keys()) {
      sum += candidates.get(host)!;
      expect(plan.hosts[host]!.partners.has(bidder)).toBe(true);
    }
  }
  for (const { capacity, partners } of plan.hosts) expect(partners.size).toBeLessThanOrEqual(capacity);
  expect(plan.value).toBeCloseTo(sum, 9);
}

test("seats are never passed, and the value stays close to the exact optimum through changes", () => {
  fc.assert(
    fc.property(world, ({ bidderSeats, hostSeats, pairs, changes }) => {
      const plan = createPlan({ epsilon: 0.001 });
      fillPlan(plan, bidderSeats, hostSeats, pairs);
      expectSound(plan);
      expect(plan.value).toBeGreaterThanOrEqual(best(plan) - 0.02);
      for (const change of changes) {
        if (change.side === "pair")
          changePair(plan, change.number % bidderSeats.length, change.seats % hostSeats.length, change.value);
        else
          changeSeats(
            plan,
            change.side as "bidder" | "host",
            change.number % (change.side === "bidder" ? bidderSeats : hostSeats).length,
            change.seats,
          );
        expectSound(plan);
      }
      expect(plan.value).toBeGreaterThanOrEqual(0.9 * best(plan) - 0.02);
    }),
    { numRuns: 150 },
  );
});

test("the exact baseline prefers one great pair and one good one to two greedy ones", () => {
  const pairs = [
    { bidder: 0, host: 0, value: 1 },
    { bidder: 0, host: 1, value: 0.9 },
    { bidder: 1, host: 0, value: 0.8 },
  ];
  expect(exactPlanValue([1, 1], [1, 1], pairs)).toBeCloseTo(1.7, 12);
});

test("a freed seat is filled at once, and only real changes are told", () => {
  const plan = createPlan();
  fillPlan(
    plan,
    [1, 1],
    [1],
    [
      { bidder: 0, host: 0, value: 0.9 },
      { bidder: 1, host: 0, value: 0.5 },
    ],
  );
  expect(changeSeats(plan, "bidder", 0, 0)).toEqual([
    { bidder: 0, host: 0, joined: false },
    { bidder: 1, host: 0, joined: true },
  ]);
  const { number, changes } = joinPlan(plan, "host", 1, [[1, 0.9]]);
  expect(changes).toContainEqual({ bidder: 1, host: number, joined: true });
});

test("CAPACITY_INVALID, PROBABILITY_INVALID, MARKET_INVALID, MEMBER_UNKNOWN, KNOB_INVALID", () => {
  const fill = (seats: number, value: number, host = 0) => fillPlan(createPlan(), [seats], [1], [{ bidder: 0, host, value }]);
  expect(() => fill(-1, 0.5)).toThrow("CAPACITY_INVALID");
  expect(() => fill(1, Number.NaN)).toThrow("PROBABILITY_INVALID");
  expect(() => fill(1, 0.5, 7)).toThrow("MARKET_INVALID");
  expect(() => changeSeats(createPlan(), "host", 0, 1)).toThrow("MEMBER_UNKNOWN");
  expect(() => createPlan({ epsilon: 0 })).toThrow("KNOB_INVALID");
});

test("stand-by: near, free and interested first; a no never", () => {
  const near = { id: "near", score: 0.5, minutesAway: 2, available: true };
  const offers = standbyFor(
    [
      near,
      { ...near, id: "far", minutesAway: 12 },
      { ...near, id: "tooFar", minutesAway: 30 },
      { ...near, id: "busy", available: false },
      { ...near, id: "no", said: "no" },
      { ...near, id: "keen", minutesAway: 8, said: "yes" },
    ],
    15,
  );
  expect(offers.map(({ id }) => id)).toEqual(["keen", "near", "far"]);
});
