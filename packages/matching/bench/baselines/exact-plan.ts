export type PlanPair = { bidder: number; host: number; value: number };

/**
 * The best b-matching by successive shortest paths (minimum-cost flow, Bellman-Ford with a queue): exact, for the bench
 * only. Source -> bidders (seats) -> hosts (pairs, 1) -> sink (seats); stops when a path gains nothing.
 */
export function exactPlanValue(bidderSeats: readonly number[], hostSeats: readonly number[], pairs: readonly PlanPair[]): number {
  const [source, sink] = [bidderSeats.length + hostSeats.length, bidderSeats.length + hostSeats.length + 1];
  const graph = createGraph(sink + 1);
  for (const [bidder, seats] of bidderSeats.entries()) graph.add(source, bidder, seats, 0);
  for (const { bidder, host, value } of pairs) graph.add(bidder, bidderSeats.length + host, 1, -value);
  for (const [host, seats] of hostSeats.entries()) graph.add(bidderSeats.length + host, sink, seats, 0);
  let total = 0;
  for (let cost = graph.augment(source, sink); cost < -1e-12; cost = graph.augment(source, sink)) total -= cost;
  return total;
}

function createGraph(nodes: number) {
  const [to, room, cost]: [number[], number[], number[]] = [[], [], []];
  const out = Array.from({ length: nodes }, (): number[] => []);
  const potential = new Float64Array(nodes);
  let started = false;

  function add(from: number, target: number, capacity: number, price: number): void {
    out[from]!.push(to.length);
    to.push(target);
    room.push(capacity);
    cost.push(price);
    out[target]!.push(to.length);
    to.push(from);
    room.push(0);
    cost.push(-price);
  }

  /** Shortest distances by Bellman-Ford with a queue: the costs are negative at first. */
  function start(source: number): void {
    potential.fill(Number.POSITIVE_INFINITY);
    potential[source] = 0;
    const queue = [source];
    const waiting = new Uint8Array(nodes);
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      waiting[node] = 0;
      for (const arc of out[node]!) {
        const distance = potential[node]! + cost[arc]!;
        if (room[arc]! === 0 || distance >= potential[to[arc]!]! - 1e-12) continue;
        potential[to[arc]!] = distance;
        if (!waiting[to[arc]!]) queue.push(to[arc]!);
        waiting[to[arc]!] = 1;
      }
    }
    for (let node = 0; node < nodes; node++) if (potential[node] === Number.POSITIVE_INFINITY) potential[node] = 0;
  }

  /** Sends one unit along the cheapest path (Dijkstra on reduced costs); its cost, or 0 when there is none. */
  function augment(source: number, sink: number): number {
    if (!started) start(source);
    started = true;
    const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    const arrived = new Int32Array(nodes).fill(-1);
    distance[source] = 0;
    const heap = createHeap(distance);
    heap.push(source, 0);
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      for (const arc of out[node]!) {
        if (room[arc]! === 0) continue;
        const target = to[arc]!;
        const next = distance[node]! + Math.max(0, cost[arc]! + potential[node]! - potential[target]!);
        if (next >= distance[target]! - 1e-12) continue;
        distance[target] = next;
        arrived[target] = arc;
        heap.push(target, next);
      }
    }
    if (arrived[sink]! < 0) return 0;
    for (let node = 0; node < nodes; node++) potential[node]! += Math.min(distance[node]!, distance[sink]!);
    let total = 0;
    for (let node = sink; node !== source; node = to[arrived[node]! ^ 1]!) {
      room[arrived[node]!]!--;
      room[arrived[node]! ^ 1]!++;
      total += cost[arrived[node]!]!;
    }
    return total;
  }

  return { add, augment };
}

/** A binary heap of nodes by distance; outdated entries are skipped when they come up. */
function createHeap(distance: Float64Array) {
  const nodes: number[] = [];
  const keys: number[] = [];
  const swap = (a: number, b: number) => {
    [nodes[a], nodes[b]] = [nodes[b]!, nodes[a]!];
    [keys[a], keys[b]] = [keys[b]!, keys[a]!];
  };
  function push(node: number, key: number): void {
    nodes.push(node);
    keys.push(key);
    for (let at = nodes.length - 1; at > 0 && keys[at]! < keys[(at - 1) >> 1]!; at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
  }
  function pop(): number {
    while (nodes.length > 0) {
      const [node, key] = [nodes[0]!, keys[0]!];
      swap(0, nodes.length - 1);
      nodes.pop();
      keys.pop();
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) if (child < nodes.length && keys[child]! < keys[least]!) least = child;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      if (key <= distance[node]! + 1e-15) return node;
    }
    return -1;
  }
  return { push, pop };
}
