import { ProblemRefused } from "@rialto/scheduling/model/contradiction";
import { solveInWorker, type WorkerResult } from "@rialto/scheduling/worker/solve-in-worker";
import type { MatchmakingDeps } from "../deps.ts";
import { resultList } from "../domain/run-lists.ts";
import type { RunningRun } from "../domain/schedule-run.ts";
import { wishesOf } from "../domain/wishes.ts";
import { type FailureReason, failScheduleRun, finishScheduleRun } from "../domain/work-on-schedule-run.ts";
import { buildProblem, type FairProblem } from "./build-problem.ts";
import { collectFacts, type ScheduleFacts, wishFacts } from "./facts.ts";
import type { InHand } from "./in-hand.ts";
import { comparedPeople, distributionOf, proposedMeetings, unscheduledWishes } from "./read-result.ts";

/** A fair of thousands takes about half of it; more than that must not take the service down. */
const maxHeapMb = 1_024;

/** Calculates the plan of a run in a thread, writes its lists, and says that it is there. */
export async function solveRun(deps: MatchmakingDeps, run: RunningRun, inHand: InHand): Promise<void> {
  const facts = await collectFacts(deps, run.fairId, run.wishes, deps.clock());
  const wishes = wishesOf(run.runId, wishFacts(facts), run.wishes);
  if (wishes.length === 0) return fail(deps, inHand, [noWishes]);
  const fair = buildProblem(facts, wishes, run.rules);
  try {
    await inHand.report({ stage: "solving" });
    const result = await solveInThread(run, fair, inHand);
    await store(deps, run, facts, fair, result, inHand);
  } catch (error) {
    if (inHand.signal.aborted) return;
    const reasons = reasonsOf(error);
    if (reasons === undefined) throw error;
    await fail(deps, inHand, reasons);
  }
}

const noWishes: FailureReason = {
  code: "NO_WISHES",
  message: "There is nothing to plan: no wish of the chosen kinds is open.",
};

/** What the organizer can do something about; anything else is our own trouble, and tried again. */
function reasonsOf(error: unknown): readonly FailureReason[] | undefined {
  if (error instanceof ProblemRefused) return error.contradictions;
  const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isTooLarge
    ? [{ code: "OUT_OF_MEMORY", message: "There are too many wishes for one run; choose fewer kinds." }]
    : undefined;
}

async function solveInThread(
  { rules }: RunningRun,
  { problem }: FairProblem,
  inHand: InHand,
): Promise<WorkerResult & { stopped: boolean }> {
  let stopped = false;
  const running = solveInWorker(problem, {
    seed: rules.seed,
    deadlineMs: rules.budgetSeconds * 1_000,
    explain: true,
    progressEveryMs: 500,
    maxHeapMb,
    onProgress({ phase, value, bound }) {
      const numbers = { ...(value === null ? {} : { value }), ...(bound === null ? {} : { bound }) };
      void inHand.report({ stage: "solving", phase: phase.slice(0, 40), ...numbers });
    },
  });
  inHand.onStopAsked(() => {
    stopped = true;
    running.stop();
  });
  const end = () => void running.abort();
  inHand.signal.addEventListener("abort", end);
  if (inHand.signal.aborted) end();
  try {
    return { ...(await running.done), stopped };
  } finally {
    inHand.signal.removeEventListener("abort", end);
  }
}

async function store(
  deps: MatchmakingDeps,
  run: RunningRun,
  facts: ScheduleFacts,
  fair: FairProblem,
  result: WorkerResult & { stopped: boolean },
  inHand: InHand,
): Promise<void> {
  await inHand.report({ stage: "storing", value: rounded(result.value), bound: rounded(Math.max(result.bound, result.value)) });
  const explanation = result.explanation ?? { unscheduled: [], people: [] };
  const proposed = proposedMeetings(facts, fair, result.placements);
  const unscheduled = unscheduledWishes(facts, fair, explanation);
  const people = comparedPeople(facts, fair, proposed, explanation);
  await deps.runParts.write(run.runId, resultList("meetings", run), proposed);
  await deps.runParts.write(run.runId, resultList("unscheduled", run), unscheduled);
  await deps.runParts.write(run.runId, resultList("people", run), people);
  const summary = {
    outcome: result.status,
    value: rounded(result.value),
    bound: rounded(Math.max(result.bound, result.value)),
    seconds: rounded(result.seconds),
    wishes: fair.wishes.size + fair.placeless.length,
    placed: proposed.length,
    unscheduled: unscheduled.length,
    confirmed: facts.confirmed.length,
    people: people.length,
    stopped: result.stopped,
    before: distributionOf(people.map(({ before }) => before)),
    after: distributionOf(people.map(({ after }) => after)),
    moved: 0,
    dropped: 0,
  };
  const { status } = await inHand.write((state) => finishScheduleRun({ owner: inHand.owner, summary, now: deps.clock() }, state));
  // While its lists were written: nobody will ask for them.
  if (status === "discarded") await deps.runParts.remove(run.runId);
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

async function fail({ clock }: MatchmakingDeps, inHand: InHand, reasons: readonly FailureReason[]): Promise<void> {
  await inHand.write((state) => failScheduleRun({ owner: inHand.owner, reasons, now: clock() }, state));
}
