/**
 * For each feature the members that have it: packed numbers (member * 4096 + weight) in one growing pool, in blocks of
 * powers of two. Four bytes a posting; no object per feature. At most 2^20 members and weights below 4096.
 */
export type Postings = {
  pool: Int32Array<ArrayBuffer>;
  start: Int32Array<ArrayBuffer>;
  length: Int32Array<ArrayBuffer>;
  capacity: Int32Array<ArrayBuffer>;
  used: number;
  /** First free block of each size (by exponent), or -1; a free block holds the next one. */
  free: Int32Array<ArrayBuffer>;
};

export const weightBits = 12;
export const largestWeight = 2 ** weightBits - 1;
export const mostMembers = 2 ** 20;

export const createPostings = (): Postings => ({
  pool: new Int32Array(1024),
  start: new Int32Array(256),
  length: new Int32Array(256),
  capacity: new Int32Array(256),
  used: 0,
  free: new Int32Array(32).fill(-1),
});

// Members from 2^19 on make the packed number negative; the unsigned shift reads it back.
export const packed = (member: number, weight: number): number => (member << weightBits) | weight;

export function addPosting(postings: Postings, feature: number, posting: number): void {
  if (feature >= postings.start.length) growFeatures(postings, feature);
  const length = postings.length[feature]!;
  if (length === postings.capacity[feature]!) enlarge(postings, feature);
  postings.pool[postings.start[feature]! + length] = posting;
  postings.length[feature] = length + 1;
}

export function removePosting(postings: Postings, feature: number, posting: number): void {
  const start = postings.start[feature]!;
  const last = start + postings.length[feature]! - 1;
  const at = postings.pool.indexOf(posting, start);
  if (at < start || at > last) throw new Error("posting not found");
  postings.pool[at] = postings.pool[last]!;
  postings.length[feature]!--;
}

function growFeatures(postings: Postings, feature: number): void {
  const size = Math.max(feature + 1, postings.start.length * 2);
  for (const name of ["start", "length", "capacity"] as const) postings[name] = enlarged(postings[name], size);
}

function enlarge(postings: Postings, feature: number): void {
  const before = postings.capacity[feature]!;
  const from = postings.start[feature]!;
  const capacity = Math.max(2, before * 2);
  const to = allocate(postings, Math.log2(capacity));
  postings.pool.copyWithin(to, from, from + before);
  if (before > 0) release(postings, from, Math.log2(before));
  postings.start[feature] = to;
  postings.capacity[feature] = capacity;
}

function allocate(postings: Postings, exponent: number): number {
  const free = postings.free[exponent]!;
  if (free >= 0) {
    postings.free[exponent] = postings.pool[free]!;
    return free;
  }
  const at = postings.used;
  postings.used += 2 ** exponent;
  if (postings.used > postings.pool.length)
    postings.pool = enlarged(postings.pool, Math.max(postings.used, Math.ceil(postings.pool.length * 1.5)));
  return at;
}

function release(postings: Postings, at: number, exponent: number): void {
  postings.pool[at] = postings.free[exponent]!;
  postings.free[exponent] = at;
}

/** A longer array that begins with the same numbers. */
export function enlarged<T extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(array: T, size: number): T {
  const next = new (array.constructor as new (size: number) => T)(size);
  next.set(array);
  return next;
}
