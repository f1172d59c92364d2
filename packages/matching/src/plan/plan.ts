import { refuse } from "../errors.ts";

/**
 * Who should meet whom when seats are limited: a b-matching of bidders (one side) and hosts (the other), kept by an
 * auction. Every accepted pair has a bid; a full host's price is its lowest bid, and a bidder's profit on a pair is its
 * value minus the bid. Members are dense numbers of their side; values lie between 0 and 1.
 */
export type Plan = {
  epsilon: number;
  bidders: PlanMember[];
  hosts: PlanMember[];
  value: number;
};

export type PlanMember = {
  capacity: number;
  /** Value of each candidate pair, by number of the other side. */
  candidates: Map<number, number>;
  /** Accepted pairs: number of the other side, and the bid they are held with. */
  partners: Map<number, number>;
};

/** A pair that the plan took in or let go. */
export type PlanChange = { bidder: number; host: number; joined: boolean };

export type PlanOptions = {
  /** Bid step. The plan's value is within this much a pair of the best; smaller is closer and slower. */
  epsilon?: number;
};

const usualEpsilon = 0.004;

export function createPlan({ epsilon = usualEpsilon }: PlanOptions = {}): Plan {
  if (!(epsilon > 0 && epsilon <= 1)) refuse("KNOB_INVALID", { epsilon });
  return { epsilon, bidders: [], hosts: [], value: 0 };
}

export function checkedSeats(capacity: number): number {
  return capacity >= 0 ? Math.floor(Math.min(capacity, 1e6)) : refuse("CAPACITY_INVALID", { capacity: String(capacity) });
}

export function checkedValue(value: number): number {
  return value >= 0 && value <= 1 ? value : refuse("PROBABILITY_INVALID", { value: String(value) });
}
