import type { Organization } from "../src/domain/organization.ts";
import type { MatchChange, MatchSource, NotedPreference } from "../src/matching/match-source.ts";

type Happening = MatchChange extends infer One ? (One extends unknown ? Omit<One, "position"> : never) : never;

/** A history that several replicas follow, each with its own lag. `breakOff` ends what they follow with an error. */
export function aHistory(rows: Organization[], exclusions: NotedPreference[] = [], lag: () => Promise<void> = async () => {}) {
  const history: MatchChange[] = [];
  const listeners = new Set<{ wake: () => void; failed?: Error }>();
  let loads = 0;
  const positionOf = (at: number) => String(at).padStart(6, "0");
  const happen = (change: Happening) => {
    history.push({ ...change, position: positionOf(history.length + 1) } as MatchChange);
    for (const { wake } of listeners) wake();
  };
  const source = (): MatchSource => ({
    position: async () => positionOf(history.length),
    organizations: async () => {
      loads += 1;
      return rows;
    },
    exclusions: async () => exclusions,
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
    mark: async (replica, number) => happen({ kind: "mark", replica, number }),
    forget: async () => undefined,
  });
  return {
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
