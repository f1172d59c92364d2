import { newId } from "@rialto/contracts/kernel/ids";
import type { Recommendation } from "@rialto/contracts/matchmaking/events";
import type { Worker } from "@rialto/service-kit/define-service";
import type { Logger } from "@rialto/service-kit/logger";
import { createFairMatchers } from "./fair-matchers.ts";
import { createMarks } from "./marks.ts";
import type { MatchSource } from "./match-source.ts";
import type { Matcher } from "./matcher.ts";

/** Lists that follow the service's own database, the same in every replica. */
export interface LiveMatches {
  /** Resolves when everything that was written before the call, by whichever replica, is in the lists. */
  catchUp(): Promise<void>;
  /** Best first. */
  listOf(fairId: string, organizationId: string): readonly Recommendation[];
  listsWith(fairId: string, organizationId: string): readonly string[];
  /** How much of the database's history is in the lists; compares as text. */
  asOf(): string;
  /** Follows the database while the service runs. */
  readonly worker: Worker;
}

export interface LiveMatchesDeps {
  readonly source: MatchSource;
  readonly createMatcher: () => Matcher;
  readonly logger: Logger;
}

const pauseBeforeReloadMs = 500;

/**
 * The lists are rebuilt at start and then follow the database's change stream: all replicas see all changes in one order.
 * When the stream cannot be resumed (the history it needs has gone), everything is read anew.
 */
export function createLiveMatches({ source, createMatcher, logger }: LiveMatchesDeps): LiveMatches {
  const me = newId();
  const marks = createMarks((number) => source.mark(me, number));
  let matchers = createFairMatchers(createMatcher);
  let position = "";
  let following: Promise<void> = Promise.resolve();
  let isFollowing = false;
  const end = new AbortController();

  async function reload(): Promise<void> {
    const start = await source.position();
    const next = createFairMatchers(createMatcher);
    next.load(await source.organizations(), await source.exclusions());
    matchers = next;
    position = start;
  }

  async function follow(): Promise<void> {
    for await (const change of source.changes(position, end.signal)) {
      isFollowing = true;
      if (change.kind === "organization") matchers.note(change.organizationId, change.organization);
      else if (change.kind === "preference") matchers.notePreference(change.note);
      else if (change.replica === me) marks.seen(change.number);
      position = change.position;
    }
  }

  async function followForEver(): Promise<void> {
    while (!end.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        if (end.signal.aborted) return;
        isFollowing = false;
        logger.error({ err: error }, "matches lost track of the database, reading everything anew");
        await tryToReload();
      }
    }
  }

  async function tryToReload(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, pauseBeforeReloadMs));
    await reload().catch((error: unknown) => logger.error({ err: error }, "matches could not be read"));
  }

  return {
    catchUp: () => marks.pass(),
    listOf: (fairId, organizationId) => matchers.of(fairId).listOf(organizationId),
    listsWith: (fairId, organizationId) => matchers.of(fairId).listsWith(organizationId),
    asOf: () => position,
    worker: {
      name: "live matches",
      async start() {
        await reload();
        following = followForEver();
        await marks.pass();
      },
      async stop() {
        end.abort();
        marks.end();
        await following;
        await source.forget(me);
      },
      ask: () => (isFollowing ? undefined : "does not follow the database"),
    },
  };
}
