import { refuse } from "../errors.ts";
import { createAgenda, part, settle } from "./auction.ts";
import { checkedSeats, checkedValue, type Plan, type PlanChange, type PlanMember } from "./plan.ts";

export type PlanSide = "bidder" | "host";

const sideOf = (plan: Plan, side: PlanSide): PlanMember[] => (side === "bidder" ? plan.bidders : plan.hosts);

/**
 * Fills an empty plan from pairs. Members are numbered from 0; capacities by number. Throws CAPACITY_INVALID,
 * PROBABILITY_INVALID, MARKET_INVALID.
 */
export function fillPlan(
  plan: Plan,
  bidderSeats: ArrayLike<number>,
  hostSeats: ArrayLike<number>,
  pairs: Iterable<{ bidder: number; host: number; value: number }>,
): PlanChange[] {
  const member = (capacity: number): PlanMember => ({
    capacity: checkedSeats(capacity),
    candidates: new Map(),
    partners: new Map(),
  });
  plan.bidders = Array.from(bidderSeats, member);
  plan.hosts = Array.from(hostSeats, member);
  for (const { bidder, host, value } of pairs) addCandidate(plan, bidder, host, value);
  const agenda = createAgenda();
  for (const number of plan.bidders.keys()) agenda.bidders.add(number);
  return settle(plan, agenda);
}

function addCandidate(plan: Plan, bidder: number, host: number, value: number): void {
  if (plan.bidders[bidder] === undefined || plan.hosts[host] === undefined) refuse("MARKET_INVALID", { bidder, host });
  plan.bidders[bidder]!.candidates.set(host, checkedValue(value));
  plan.hosts[host]!.candidates.set(bidder, value);
}

/** A member's seats change (0 closes it); the plan is repaired in place. Returns the pairs that came and went. */
export function changeSeats(plan: Plan, side: PlanSide, number: number, capacity: number): PlanChange[] {
  const member = sideOf(plan, side)[number] ?? refuse("MEMBER_UNKNOWN", { number });
  member.capacity = checkedSeats(capacity);
  const agenda = createAgenda();
  const byWorth = [...member.partners].sort((a, b) => worth(plan, side, number, b) - worth(plan, side, number, a));
  for (const [other] of byWorth.slice(member.capacity)) release(plan, agenda, side, number, other);
  agenda[side === "bidder" ? "bidders" : "hosts"].add(number);
  return settle(plan, agenda);
}

/** What a held pair is worth to the member: a host keeps the highest bids, a bidder the largest profits. */
function worth(plan: Plan, side: PlanSide, number: number, [other, price]: [number, number]): number {
  return side === "host" ? price : plan.bidders[number]!.candidates.get(other)! - price;
}

function release(plan: Plan, agenda: ReturnType<typeof createAgenda>, side: PlanSide, number: number, other: number): void {
  const [bidder, host] = side === "bidder" ? [number, other] : [other, number];
  part(plan, agenda, bidder, host);
  agenda.bidders.add(bidder);
  agenda.hosts.add(host);
}

/** A pair's value changes, or the pair becomes impossible (undefined: somebody said no). */
export function changePair(plan: Plan, bidder: number, host: number, value: number | undefined): PlanChange[] {
  const agenda = createAgenda();
  if (plan.bidders[bidder]?.partners.has(host)) release(plan, agenda, "bidder", bidder, host);
  if (value === undefined) {
    plan.bidders[bidder]?.candidates.delete(host);
    plan.hosts[host]?.candidates.delete(bidder);
    return settle(plan, agenda);
  }
  addCandidate(plan, bidder, host, value);
  agenda.bidders.add(bidder);
  agenda.hosts.add(host);
  return settle(plan, agenda);
}

/** A new member with its pairs joins; its number is returned with the pairs that came and went. */
export function joinPlan(
  plan: Plan,
  side: PlanSide,
  capacity: number,
  candidates: Iterable<[number, number]>,
): { number: number; changes: PlanChange[] } {
  const number = sideOf(plan, side).push({ capacity: checkedSeats(capacity), candidates: new Map(), partners: new Map() }) - 1;
  for (const [other, value] of candidates) {
    if (side === "bidder") addCandidate(plan, number, other, value);
    else addCandidate(plan, other, number, value);
  }
  const agenda = createAgenda();
  agenda[side === "bidder" ? "bidders" : "hosts"].add(number);
  return { number, changes: settle(plan, agenda) };
}
