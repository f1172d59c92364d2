import { newId } from "@rialto/contracts/kernel/ids";
import type { Worker } from "@rialto/service-kit/define-service";
import type { Logger } from "@rialto/service-kit/logger";
import { createMarks } from "./marks.ts";
import type { MarkBook } from "./match-source.ts";
import type { Ask, OpenThread } from "./match-thread.ts";

/** Lists that follow the service's own database, the same in every replica. */
export interface LiveMatches {
  /** Resolves when everything that was written before the call, by whichever replica, is in the lists. */
  catchUp(): Promise<void>;
  readonly ask: Ask;
  /** Follows the database while the service runs. */
  readonly worker: Worker;
}

export interface LiveMatchesDeps {
  readonly marks: MarkBook;
  readonly open: OpenThread;
  readonly logger: Logger;
}

const pauseBetweenProofsMs = 250;
const mostNamed = 10_000;

export function createLiveMatches({ marks: book, open, logger }: LiveMatchesDeps): LiveMatches {
  const me = newId();
  const marks = createMarks((number) => book.write(me, number));
  let isFollowing = false;
  let isStopping = false;
  let proof: Promise<void> | undefined;

  /** Only a change that comes through shows that the database is followed again, and in a quiet hour nobody else writes one. */
  async function proveFollowing(): Promise<void> {
    while (!isFollowing && !isStopping) {
      await marks.pass().catch(() => undefined);
      if (!isFollowing) await new Promise((resolve) => setTimeout(resolve, pauseBetweenProofsMs));
    }
    proof = undefined;
  }

  const named = new Set<string>();
  /** Once for each that is left out and why: it is read again with every reload. */
  function setAside(id: string, error: unknown): void {
    const name = `${id} ${error instanceof Error ? error.message.split("\n", 1)[0] : error}`;
    if (named.has(name) || named.size >= mostNamed) return;
    named.add(name);
    logger.error({ err: error, id }, "cannot be matched and is left out; all others are");
  }

  const thread = open(me, {
    mark: marks.seen,
    following(is) {
      isFollowing = is;
      if (!is && !isStopping) proof ??= proveFollowing();
    },
    lost: (error) => logger.error({ err: error }, "matches lost track of the database, reading everything anew"),
    setAside,
  });

  return {
    catchUp: () => marks.pass(),
    ask: thread.ask,
    worker: {
      name: "live matches",
      async start() {
        await thread.start();
        await marks.pass();
      },
      async stop() {
        isStopping = true;
        marks.end();
        await thread.stop();
        await proof;
        await book.forget(me);
      },
      ask: () => (isFollowing ? undefined : "does not follow the database"),
    },
  };
}
