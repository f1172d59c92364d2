import type { Market } from "./market.ts";

const exactPairs = 250_000;

/**
 * A first partner for as many members as possible: the edges of a matching of high total weight. Small markets get the
 * best one (shortest augmenting paths, Jonker and Volgenant 1987), large ones a greedy one with at least half its weight.
 */
export function firstPartners(market: Market): Int32Array {
  return market.left * market.right <= exactPairs ? bestMatching(market) : greedyMatching(market);
}

function greedyMatching(market: Market): Int32Array {
  const byWeight = new Float64Array(market.edges);
  // Weight in the high digits and the edge in the low ones: a native sort instead of a comparator. 4096 levels suffice here.
  for (let e = 0; e < market.edges; e++) byWeight[e] = Math.floor(market.weight[e]! * 4096) * 2 ** 32 + (market.edges - 1 - e);
  byWeight.sort();
  const takenLeft = new Uint8Array(market.left);
  const takenRight = new Uint8Array(market.right);
  const chosen: number[] = [];
  for (let at = market.edges - 1; at >= 0; at--) {
    const e = market.edges - 1 - (byWeight[at]! % 2 ** 32);
    if (takenLeft[market.edgeLeft[e]!] || takenRight[market.edgeRight[e]!]) continue;
    takenLeft[market.edgeLeft[e]!] = 1;
    takenRight[market.edgeRight[e]!] = 1;
    chosen.push(e);
  }
  return Int32Array.from(chosen);
}

/** Rows are the smaller side; a missing edge costs 0, the same as staying alone. */
function bestMatching(market: Market): Int32Array {
  const byLeft = market.left <= market.right;
  const [rows, columns] = byLeft ? [market.left, market.right] : [market.right, market.left];
  const cost = new Float64Array(rows * columns);
  const edgeAt = new Int32Array(rows * columns).fill(-1);
  for (let e = 0; e < market.edges; e++) {
    const [row, column] = byLeft ? [market.edgeLeft[e]!, market.edgeRight[e]!] : [market.edgeRight[e]!, market.edgeLeft[e]!];
    cost[row * columns + column] = -market.weight[e]!;
    edgeAt[row * columns + column] = e;
  }
  const rowOf = assign(rows, columns, cost);
  const chosen: number[] = [];
  for (let column = 0; column < columns; column++) {
    const edge = rowOf[column]! < 0 ? -1 : edgeAt[rowOf[column]! * columns + column]!;
    if (edge >= 0 && market.weight[edge]! > 0) chosen.push(edge);
  }
  return Int32Array.from(chosen);
}

/** Minimum-cost assignment of every row to a column (rows <= columns): the row of each column, or -1. O(rows^2 columns). */
function assign(rows: number, columns: number, cost: Float64Array): Int32Array {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1).fill(-1);
  const cameFrom = new Int32Array(columns + 1);
  const slack = new Float64Array(columns);
  const used = new Uint8Array(columns + 1);
  for (let row = 0; row < rows; row++) {
    slack.fill(Number.POSITIVE_INFINITY);
    used.fill(0);
    let column = columns; // a virtual column that holds the row to place
    rowOf[columns] = row;
    do {
      used[column] = 1;
      const current = rowOf[column]!;
      const base = current * columns;
      const price = rowPrice[current]!;
      let nearest = -1;
      let distance = Number.POSITIVE_INFINITY;
      for (let next = 0; next < columns; next++) {
        if (used[next]) continue;
        const reduced = cost[base + next]! - price - columnPrice[next]!;
        if (reduced < slack[next]!) {
          slack[next] = reduced;
          cameFrom[next] = column;
        }
        if (slack[next]! < distance) {
          distance = slack[next]!;
          nearest = next;
        }
      }
      for (let next = 0; next <= columns; next++) {
        if (used[next]) {
          rowPrice[rowOf[next]!]! += distance;
          columnPrice[next]! -= distance;
        } else if (next < columns) slack[next]! -= distance;
      }
      column = nearest;
    } while (rowOf[column]! >= 0);
    while (column !== columns) {
      const previous = cameFrom[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    }
  }
  return rowOf.subarray(0, columns);
}
