import { inParallel } from "../matching/in-parallel.ts";
import type { RunParts } from "../store/run-parts.ts";

/** Writes at a time: as many as keep the database busy without making others wait. */
const atOnce = 16;

export interface WorkThrough<Item, Result> {
  readonly runId: string;
  readonly from: string;
  readonly to: string;
  readonly chunks: number;
  readonly signal: AbortSignal;
  readonly work: (item: Item) => Promise<Result>;
  /** After each item, also of those that were done before. */
  readonly count: (items: number) => void;
}

/**
 * Works through a list and writes the results beside it, chunk by chunk. Taken up again after a crash it goes on with the
 * first chunk that has no results; items of it may be done twice, so the work must not mind. False when it was aborted.
 */
export async function workThrough<Item, Result>(
  parts: RunParts,
  { runId, from, to, chunks, signal, work, count }: WorkThrough<Item, Result>,
): Promise<boolean> {
  for (let index = 0; index < chunks; index += 1) {
    const done = await parts.readChunk<Result>(runId, to, index);
    if (done !== undefined) {
      count(done.length);
      continue;
    }
    const items = (await parts.readChunk<Item>(runId, from, index)) ?? [];
    const results = new Array<Result>(items.length);
    await inParallel(atOnce, [...items.entries()], async ([place, item]) => {
      if (signal.aborted) return;
      results[place] = await work(item);
      count(1);
    });
    if (signal.aborted) return false;
    await parts.writeChunk(runId, to, index, results);
  }
  return true;
}

/** All items of a list, in memory: some hundred bytes each. */
export async function wholeList<Item>(parts: RunParts, runId: string, list: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const chunk of parts.chunks<Item>(runId, list)) items.push(...chunk);
  return items;
}
