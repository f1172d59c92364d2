/** A binary heap of variables, the most active on top (the decision queue of MiniSat, Een and Sorensson 2003). */
export interface VariableHeap {
  insert(variable: number, activity: Float64Array): void;
  raise(variable: number, activity: Float64Array): void;
  pop(activity: Float64Array): number;
  grow(variables: number): void;
  /** Restores the order after activities were changed at will. */
  rebuild(activity: Float64Array): void;
}

export function createHeap(capacity: number): VariableHeap {
  let heap = new Int32Array(capacity);
  let place = new Int32Array(capacity).fill(-1);
  let size = 0;

  const up = (from: number, activity: Float64Array) => {
    const variable = heap[from]!;
    const key = activity[variable]!;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = heap[parent]!;
      if (activity[other]! >= key) break;
      heap[at] = other;
      place[other] = at;
      at = parent;
    }
    heap[at] = variable;
    place[variable] = at;
  };

  const down = (variable: number, from: number, activity: Float64Array) => {
    const key = activity[variable]!;
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && activity[heap[child + 1]!]! > activity[heap[child]!]!) child++;
      const other = heap[child]!;
      if (activity[other]! <= key) break;
      heap[at] = other;
      place[other] = at;
      at = child;
    }
    heap[at] = variable;
    place[variable] = at;
  };

  return {
    insert(variable, activity) {
      if (place[variable] !== -1) return;
      heap[size] = variable;
      up(size++, activity);
    },
    raise(variable, activity) {
      if (place[variable] !== -1) up(place[variable]!, activity);
    },
    pop(activity) {
      if (size === 0) return -1;
      const top = heap[0]!;
      place[top] = -1;
      const last = heap[--size]!;
      if (size > 0) down(last, 0, activity);
      return top;
    },
    rebuild(activity) {
      for (let i = (size >> 1) - 1; i >= 0; i--) down(heap[i]!, i, activity);
    },
    grow(variables) {
      const heapBefore = heap;
      const placeBefore = place;
      heap = new Int32Array(variables);
      place = new Int32Array(variables).fill(-1);
      heap.set(heapBefore);
      place.set(placeBefore);
    },
  };
}
