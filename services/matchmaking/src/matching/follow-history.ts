import { setTimeout as sleep } from "node:timers/promises";
import type { ListSnapshots } from "./list-snapshots.ts";
import type { MatchEngine } from "./match-engine.ts";
import type { MatchSource } from "./match-source.ts";
import type { Heard } from "./match-thread.ts";

export interface Following {
  /** Resolves when the lists are there; rejects when the rows cannot be read. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface FollowingDeps {
  readonly source: MatchSource;
  readonly engine: MatchEngine;
  /** Whose marks are heard. */
  readonly replica: string;
  readonly heard: Heard;
  /** Without them every start reads everything. */
  readonly snapshots?: ListSnapshots;
}

/** Doubled after each reading that fails, up to the longest: what cannot be read now is not read twice a second for ever. */
const pauseBeforeReloadMs = { first: 500, longest: 30_000 };

/**
 * Keeps an engine up with the service's own database: the latest snapshot of the lists or else all rows at the start, then the change
 * stream, in which all replicas see all changes in one order. When the stream cannot be resumed (the history it needs has gone),
 * everything is read anew.
 */
export function followHistory({ source, engine, replica, heard, snapshots }: FollowingDeps): Following {
  const end = new AbortController();
  let position = "";
  let running: Promise<void> = Promise.resolve();

  async function reload(): Promise<void> {
    // A mark that is there before the position is part of what is read after it.
    const mark = await source.markOf(replica);
    const start = await source.position();
    engine.load(await source.rows());
    engine.moveTo(start);
    position = start;
    heard.mark(mark);
  }

  async function restored(): Promise<boolean> {
    try {
      const asOf = await snapshots?.restore(engine);
      position = asOf ?? "";
      return asOf !== undefined;
    } catch (error) {
      heard.setAside("snapshot", error);
      return false;
    }
  }

  async function follow(): Promise<void> {
    for await (const change of source.changes(position, end.signal)) {
      heard.following(true);
      if (change.kind === "catalogue") return reload();
      position = change.position;
      if (change.kind !== "mark") engine.apply(change);
      engine.moveTo(change.position);
      if (change.kind === "mark" && change.replica === replica) heard.mark(change.number);
    }
  }

  async function followForEver(): Promise<void> {
    while (!end.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        if (end.signal.aborted) return;
        heard.following(false);
        heard.lost(error);
        await reloadUntilItWorks();
      }
    }
  }

  async function reloadUntilItWorks(): Promise<void> {
    for (let pause = pauseBeforeReloadMs.first; !end.signal.aborted; pause = Math.min(2 * pause, pauseBeforeReloadMs.longest)) {
      await sleep(pause, undefined, { signal: end.signal, ref: false }).catch(() => undefined);
      if (end.signal.aborted) return;
      try {
        return await reload();
      } catch (error) {
        heard.lost(error);
      }
    }
  }

  return {
    async start() {
      if (!(await restored())) await reload();
      running = followForEver();
    },
    async stop() {
      end.abort();
      await running;
    },
  };
}
