import { refuse } from "../errors.ts";
import type { Lists, SideName } from "./lists.ts";
import type { Market } from "./market.ts";

export type ExposureCaps = {
  /** How many members each list shows. */
  listLength: number;
  /** On how many lists of the other side each member may be shown, by member number; absent: unlimited. */
  left?: ArrayLike<number>;
  right?: ArrayLike<number>;
};

/**
 * The lists as shown: each owner works down its ranked list until `listLength` members have room, and a member whose room
 * is full keeps the owners with the highest pair weight (deferred acceptance, Gale and Shapley 1962). No cap is ever
 * passed, and nobody is left out of a list by a pair worth less. Returns edges per owner, best first.
 */
export function shownLists(market: Market, lists: Lists, side: SideName, caps: ExposureCaps): number[][] {
  const left = side === "left";
  const [start, order] = left ? [market.leftStart, lists.leftOrder] : [market.rightStart, lists.rightOrder];
  const [ownerOf, guestOf] = left ? [market.edgeLeft, market.edgeRight] : [market.edgeRight, market.edgeLeft];
  const cap = left ? caps.right : caps.left;
  const room = roomOf(left ? market.right : market.left, cap);
  const shown = Array.from({ length: start.length - 1 }, () => new Set<number>());
  const held = room.map((): number[] => []);
  const next = Array.from(start.subarray(0, start.length - 1));
  const worse = (a: number, b: number): boolean =>
    market.weight[a]! < market.weight[b]! || (market.weight[a] === market.weight[b] && a > b);

  const waiting = Array.from(next.keys()).reverse();
  for (let owner = waiting.pop(); owner !== undefined; owner = waiting.pop()) {
    while (shown[owner]!.size < caps.listLength && next[owner]! < start[owner + 1]!) {
      const edge = order[next[owner]!++]!;
      const out = admit(held[guestOf[edge]!]!, edge, room[guestOf[edge]!]!, worse);
      if (out !== edge) shown[owner]!.add(edge);
      if (out === undefined || out === edge) continue;
      shown[ownerOf[out]!]!.delete(out);
      waiting.push(ownerOf[out]!);
    }
  }
  const rank = left ? lists.leftRank : lists.rightRank;
  return shown.map((edges) => [...edges].sort((a, b) => rank[a]! - rank[b]!));
}

function roomOf(members: number, cap: ArrayLike<number> | undefined): number[] {
  return Array.from({ length: members }, (_, member) => {
    const room = cap ? cap[member]! : Number.POSITIVE_INFINITY;
    return room >= 0 ? room : refuse("CAPACITY_INVALID", { member, capacity: String(room) });
  });
}

/** Puts an edge into a binary heap whose top is the worst; returns the edge that found no room, if any. */
function admit(heap: number[], edge: number, room: number, worse: (a: number, b: number) => boolean): number | undefined {
  if (room === Number.POSITIVE_INFINITY) return undefined;
  if (room < 1) return edge;
  if (heap.length < Math.floor(room)) {
    heap.push(edge);
    for (let at = heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!worse(heap[at]!, heap[parent]!)) break;
      [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
      at = parent;
    }
    return undefined;
  }
  if (worse(edge, heap[0]!)) return edge;
  const out = heap[0]!;
  heap[0] = edge;
  sink(heap, worse);
  return out;
}

function sink(heap: number[], worse: (a: number, b: number) => boolean): void {
  for (let at = 0; ; ) {
    const child = 2 * at + 1;
    let worst = at;
    for (const candidate of [child, child + 1]) {
      if (candidate < heap.length && worse(heap[candidate]!, heap[worst]!)) worst = candidate;
    }
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
    at = worst;
  }
}
