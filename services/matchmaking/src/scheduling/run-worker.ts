import { newId } from "@rialto/contracts/kernel/ids";
import type { Cause } from "@rialto/persistence/store.types";
import type { Worker } from "@rialto/service-kit/define-service";
import type { MatchmakingDeps } from "../deps.ts";
import { isHeldBy, type WorkableRun } from "../domain/schedule-run.ts";
import { takeScheduleRun } from "../domain/take-schedule-run.ts";
import { releaseScheduleRun } from "../domain/work-on-schedule-run.ts";
import { dueRuns } from "../store/schedule-runs.ts";
import { type InHand, keepInHand } from "./in-hand.ts";
import { publishRun } from "./publish-run.ts";
import { solveRepair } from "./solve-repair.ts";
import { solveRun } from "./solve-run.ts";
import { undoRun } from "./undo-run.ts";

const lookEveryMs = 500;

/** A solver takes a core and much memory: other runs wait, or another replica takes them. */
const mostAtOnce = 2;

/**
 * Works on schedule runs that nobody has in hand, of all fairs. Every replica does; a lease on the run says whose it is. A
 * service that stops gives its runs back; one that is killed is noticed when its lease ends.
 */
export function createRunWorker(deps: MatchmakingDeps): Worker {
  const stopping = new AbortController();
  const working = new Map<string, Promise<void>>();
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    for (const runId of await dueRuns(deps.scheduleRuns, deps.clock())) {
      if (stopping.signal.aborted || working.size >= mostAtOnce) return;
      if (working.has(runId)) continue;
      const owner = newId();
      const cause = { correlationId: newId() };
      const now = deps.clock();
      const { state } = await deps.scheduleRuns.update(runId, (run) => takeScheduleRun({ owner, now }, run), cause);
      if (isHeldBy(state, owner)) begin(state, owner, cause);
    }
  }

  function begin(run: WorkableRun, owner: string, cause: Cause): void {
    const { runId } = run;
    const work = workOn(deps, run, owner, cause, stopping.signal)
      .catch((error) => deps.logger.error({ err: error, runId }, "a schedule run was left, to be taken up again"))
      .finally(() => working.delete(runId));
    working.set(runId, work);
  }

  const plan = () => {
    timer = setTimeout(() => {
      looking = look()
        .catch((error) => deps.logger.error({ err: error }, "no look at schedule runs, trying again"))
        .finally(() => {
          if (!stopping.signal.aborted) plan();
        });
    }, lookEveryMs);
  };

  return {
    name: "schedule runs",
    async start() {
      plan();
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      await Promise.all(working.values());
    },
  };
}

async function workOn(
  deps: MatchmakingDeps,
  run: WorkableRun,
  owner: string,
  cause: Cause,
  stopping: AbortSignal,
): Promise<void> {
  const inHand = keepInHand(deps, { runId: run.runId, owner, cause, stopping });
  try {
    await work(deps, run, inHand);
  } finally {
    await inHand.letGo();
    // Nothing to say for what has ended, or is in other hands; else somebody may begin at once.
    if (stopping.aborted) await inHand.write((state) => releaseScheduleRun({ owner, now: deps.clock() }, state));
  }
}

function work(deps: MatchmakingDeps, run: WorkableRun, inHand: InHand): Promise<void> {
  switch (run.status) {
    case "queued":
      throw new Error("a run that was taken is running");
    case "running":
      return run.kind === "repair" ? solveRepair(deps, run, inHand) : solveRun(deps, run, inHand);
    case "publishing":
      return publishRun(deps, run, inHand);
    case "undoing":
      return undoRun(deps, run, inHand);
  }
}
