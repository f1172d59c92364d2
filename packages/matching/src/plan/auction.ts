import type { Plan, PlanChange } from "./plan.ts";

const mostSteps = 200_000;

/** Members with something to do: bidders with free seats, and hosts whose seats became free. */
export type Agenda = { bidders: Set<number>; hosts: Set<number>; changes: PlanChange[] };

export const createAgenda = (): Agenda => ({ bidders: new Set(), hosts: new Set(), changes: [] });

/**
 * Works the agenda off: bidders bid for their best host, free hosts call back the bidder who gains most (forward and
 * reverse auction, Bertsekas and Castanon 1992, with several seats a member). Prices only rise by bids and fall by calls,
 * each by at least epsilon, so it ends; a step limit guards against a mistake here, not against a case known.
 */
export function settle(plan: Plan, agenda: Agenda): PlanChange[] {
  for (let step = 0; step < mostSteps; step++) {
    const host = first(agenda.hosts);
    const bidder = host === undefined ? first(agenda.bidders) : undefined;
    if (host !== undefined) callBack(plan, agenda, host);
    else if (bidder !== undefined) bid(plan, agenda, bidder);
    else break;
  }
  return netChanges(agenda.changes);
}

const first = (numbers: Set<number>): number | undefined => numbers.values().next().value;

/** What a seat costs at a host: nothing while seats are free, else the lowest bid held. */
function priceOf(plan: Plan, host: number): number {
  const { capacity, partners } = plan.hosts[host]!;
  if (capacity === 0) return Number.POSITIVE_INFINITY;
  if (partners.size < capacity) return 0;
  return lowest(partners).bid;
}

function lowest(partners: Map<number, number>): { member: number; bid: number } {
  let [member, bid] = [-1, Number.POSITIVE_INFINITY];
  for (const [candidate, value] of partners)
    if (value < bid || (value === bid && candidate > member)) [member, bid] = [candidate, value];
  return { member, bid };
}

/** One free seat of a bidder goes to the host with the largest profit, at a price that leaves the second best as good. */
function bid(plan: Plan, agenda: Agenda, bidder: number): void {
  const { capacity, candidates, partners } = plan.bidders[bidder]!;
  if (partners.size >= capacity) return void agenda.bidders.delete(bidder);
  let [best, bestProfit, second] = [-1, 0, 0];
  for (const [host, value] of candidates) {
    if (partners.has(host)) continue;
    const profit = value - priceOf(plan, host);
    if (profit > bestProfit) {
      second = bestProfit;
      [best, bestProfit] = [host, profit];
    } else if (profit > second) second = profit;
  }
  if (best < 0 || bestProfit <= plan.epsilon) return void agenda.bidders.delete(bidder);
  const host = plan.hosts[best]!;
  const price = priceOf(plan, best) + bestProfit - second + plan.epsilon;
  if (host.partners.size >= host.capacity) {
    const out = lowest(host.partners).member;
    part(plan, agenda, out, best);
    agenda.bidders.add(out);
  }
  join(plan, agenda, bidder, best, Math.min(price, candidates.get(best)!));
}

/** A bidder's profit on its worst seat: what a host must beat; nothing while a seat is free. */
function worstSeat(plan: Plan, bidder: number): { host: number; profit: number } {
  const { capacity, candidates, partners } = plan.bidders[bidder]!;
  if (partners.size < capacity) return { host: -1, profit: 0 };
  let [worst, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [host, price] of partners) {
    const profit = candidates.get(host)! - price;
    if (profit < least || (profit === least && host > worst)) [worst, least] = [host, profit];
  }
  return { host: worst, profit: least };
}

/** A host with a free seat takes the bidder who gains most by it, at the price at which the second would not come. */
function callBack(plan: Plan, agenda: Agenda, host: number): void {
  const { capacity, candidates, partners } = plan.hosts[host]!;
  if (partners.size >= capacity) return void agenda.hosts.delete(host);
  let [best, bestGain, second, leaves] = [-1, 0, 0, -1];
  for (const [bidder, value] of candidates) {
    if (partners.has(bidder) || plan.bidders[bidder]!.capacity === 0) continue;
    const worst = worstSeat(plan, bidder);
    const gain = value - worst.profit;
    if (gain > bestGain) {
      second = bestGain;
      [best, bestGain, leaves] = [bidder, gain, worst.host];
    } else if (gain > second) second = gain;
  }
  if (best < 0 || bestGain <= plan.epsilon) return void agenda.hosts.delete(host);
  if (leaves >= 0) {
    part(plan, agenda, best, leaves);
    agenda.hosts.add(leaves);
  }
  join(plan, agenda, best, host, Math.max(0, Math.min(second, bestGain - plan.epsilon)));
}

function join(plan: Plan, agenda: Agenda, bidder: number, host: number, price: number): void {
  plan.bidders[bidder]!.partners.set(host, price);
  plan.hosts[host]!.partners.set(bidder, price);
  plan.value += plan.bidders[bidder]!.candidates.get(host)!;
  agenda.changes.push({ bidder, host, joined: true });
}

export function part(plan: Plan, agenda: Agenda, bidder: number, host: number): void {
  plan.bidders[bidder]!.partners.delete(host);
  plan.hosts[host]!.partners.delete(bidder);
  plan.value -= plan.bidders[bidder]!.candidates.get(host)!;
  agenda.changes.push({ bidder, host, joined: false });
}

/** Pairs that came and went within one change are nobody's news. */
function netChanges(changes: PlanChange[]): PlanChange[] {
  const net = new Map<string, { change: PlanChange; balance: number }>();
  for (const change of changes) {
    const key = `${change.bidder}:${change.host}`;
    const entry = net.get(key) ?? { change, balance: 0 };
    entry.balance += change.joined ? 1 : -1;
    net.set(key, entry);
  }
  const left = [...net.values()].filter(({ balance }) => balance !== 0);
  return left.map(({ change, balance }) => ({ ...change, joined: balance > 0 }));
}
