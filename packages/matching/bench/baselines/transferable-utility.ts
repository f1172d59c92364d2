import { orderLeft, orderRight } from "../../src/market/climb.ts";
import { createLists, type Lists } from "../../src/market/lists.ts";
import type { Market } from "../../src/market/market.ts";
import type { ProbabilityTable } from "../generated-market.ts";

/**
 * The TU baseline (Tomita, Togashi, Hashizume and Ohsaka, RecSys 2023): lists by the stable flows of a market with
 * transferable utility, found by iterative proportional fitting to 1e-9, temperature 1.
 */
export function transferableUtility(market: Market, table: ProbabilityTable): Lists {
  const { left, right } = table;
  const flow = new Float64Array(left * right);
  for (let i = 0; i < left; i++) {
    for (let j = 0; j < right; j++) flow[i * right + j] = Math.exp((table.leftSaysYes[i]![j]! + table.rightSaysYes[j]![i]!) / 2);
  }
  const a = new Float64Array(left).fill(1);
  const b = new Float64Array(right).fill(1);
  for (let round = 0, change = 1; round < 10_000 && change > 1e-9; round++) {
    change = Math.max(
      fit(a, left, (i) => sum(right, (j) => flow[i * right + j]! * b[j]!)),
      fit(b, right, (j) => sum(left, (i) => flow[i * right + j]! * a[i]!)),
    );
  }
  for (let e = 0; e < flow.length; e++) flow[e]! *= a[Math.floor(e / right)]! * b[e % right]!;
  const lists = createLists(market);
  orderLeft(market, lists, flow);
  orderRight(market, lists, flow);
  return lists;
}

function fit(scale: Float64Array, size: number, pull: (at: number) => number): number {
  let change = 0;
  for (let at = 0; at < size; at++) {
    const half = pull(at) / 2;
    const next = Math.sqrt(1 + half * half) - half;
    change = Math.max(change, Math.abs(next - scale[at]!));
    scale[at] = next;
  }
  return change;
}

function sum(size: number, term: (at: number) => number): number {
  let total = 0;
  for (let at = 0; at < size; at++) total += term(at);
  return total;
}
