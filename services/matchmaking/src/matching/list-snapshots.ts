import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { zstdCompress, zstdDecompress } from "node:zlib";
import type { EngineState, MatchEngine } from "./match-engine.ts";

/** Where the latest snapshot lies, for all replicas. */
export interface SnapshotShelf {
  /** The latest one of this code; undefined without one, or when a part of it is gone. */
  read(code: string): Promise<Uint8Array | undefined>;
  /** Milliseconds since the latest one of this code was written; infinite without one. */
  age(code: string): Promise<number>;
  write(code: string, bytes: Uint8Array): Promise<void>;
}

export interface ListSnapshots {
  /** Brings the engine to the latest snapshot and says where in the history that is; undefined without a usable one. */
  restore(engine: MatchEngine): Promise<string | undefined>;
  /** Writes one, unless it would say nothing new or another replica has just done it. */
  store(engine: MatchEngine): Promise<void>;
}

/**
 * Replicas take turns at this pace: often enough that what has happened since, milliseconds a change, is read at once; seldom
 * enough that some tens of megabytes do not push everything else out of the database's history.
 */
const snapshotEveryMs = 10 * 60_000;

const packed = promisify(zstdCompress);
const unpacked = promisify(zstdDecompress);

/**
 * The lists of all fairs as they were at one place of the history, so that a process that starts goes on from there in place of
 * reading and ranking everything: 25,000 organizations take it seconds.
 */
export function createListSnapshots(shelf: SnapshotShelf, code: string): ListSnapshots {
  let stored = "";
  return {
    async restore(engine) {
      const bytes = await shelf.read(code);
      if (bytes === undefined) return undefined;
      const state = deserialize(await unpacked(bytes)) as EngineState;
      engine.restore(state);
      stored = state.asOf;
      return state.asOf;
    },
    async store(engine) {
      if ((await shelf.age(code)) < snapshotEveryMs) return;
      const state = engine.state();
      if (state.asOf === stored) return;
      const bytes = serialize(state);
      const { asOf } = state;
      await shelf.write(code, await packed(bytes));
      stored = asOf;
    },
  };
}
