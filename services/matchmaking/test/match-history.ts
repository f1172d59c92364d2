import type { Organization } from "../src/domain/organization.ts";
import { followHistory } from "../src/matching/follow-history.ts";
import type { ListSnapshots } from "../src/matching/list-snapshots.ts";
import { createMatchEngine } from "../src/matching/match-engine.ts";
import type { MarkBook, MatchChange, MatchRows, MatchSource, NotedPreference } from "../src/matching/match-source.ts";
import type { OpenThread } from "../src/matching/match-thread.ts";

type Happening = MatchChange extends infer One ? (One extends unknown ? Omit<One, "position"> : never) : never;

/** Rows of one moment; what is left out is empty. */
export const someRows = (rows: Partial<MatchRows> = {}): MatchRows => ({
  fairs: [],
  organizations: [],
  refusals: [],
  meetings: [],
  catalogues: [],
  listOwners: [],
  ...rows,
});

/** A history that several replicas follow, each with its own lag. `breakOff` ends what they follow with an error. */
export function aHistory(rows: Organization[], refusals: NotedPreference[] = [], lag: () => Promise<void> = async () => {}) {
  const history: MatchChange[] = [];
  const listeners = new Set<{ wake: () => void; failed?: Error }>();
  let loads = 0;
  const positionOf = (at: number) => String(at).padStart(6, "0");
  const happen = (change: Happening) => {
    history.push({ ...change, position: positionOf(history.length + 1) } as MatchChange);
    for (const { wake } of listeners) wake();
  };
  const marks: MarkBook = {
    write: async (replica, number) => happen({ kind: "mark", replica, number }),
    forget: async () => undefined,
  };
  const source = (): MatchSource => ({
    position: async () => positionOf(history.length),
    rows: async () => {
      loads += 1;
      return someRows({ organizations: rows, refusals });
    },
    markOf: async (replica) =>
      history.reduce((last, change) => (change.kind === "mark" && change.replica === replica ? change.number : last), 0),
    async *changes(after, signal) {
      let at = Number(after);
      const me: { wake: () => void; failed?: Error } = { wake: () => undefined };
      listeners.add(me);
      signal.addEventListener("abort", () => me.wake());
      try {
        while (!signal.aborted) {
          const waiting = new Promise<void>((resolve) => {
            me.wake = resolve;
          });
          if (me.failed !== undefined) throw me.failed;
          if (at < history.length) {
            await lag();
            yield history[at++] as MatchChange;
          } else await waiting;
        }
      } finally {
        listeners.delete(me);
      }
    },
  });
  return {
    marks,
    source,
    happen,
    loads: () => loads,
    breakOff: () => {
      for (const one of listeners) {
        one.failed = new Error("history lost");
        one.wake();
      }
    },
  };
}

/** The engine in this thread, following such a history. */
export const openHere =
  (source: MatchSource, snapshots?: ListSnapshots): OpenThread =>
  (replica, heard) => {
    const engine = createMatchEngine(heard);
    const following = followHistory({ source, engine, replica, heard, ...(snapshots === undefined ? {} : { snapshots }) });
    return {
      ...following,
      ask: async (question, ...input) => (engine[question] as (...given: typeof input) => never)(...input),
    };
  };
