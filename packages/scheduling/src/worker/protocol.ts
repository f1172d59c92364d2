import type { Explanation } from "../explain/explain-schedule.ts";
import type { Contradiction } from "../model/contradiction.ts";
import type { ProblemInput } from "../model/problem.ts";
import type { Placement, Progress, Schedule } from "../model/result.ts";

/** What the thread is started with. */
export interface ThreadInput {
  problem: ProblemInput;
  seed: number | undefined;
  deadlineMs: number | undefined;
  previous: readonly Placement[] | undefined;
  explain: boolean;
  progressEveryMs: number;
  /** One number: 1 once the caller wants the best so far. */
  stopFlag: Int32Array<SharedArrayBuffer>;
}

/** What the thread answers. Errors travel as data, since a class does not survive the boundary. */
export type ThreadMessage =
  | { kind: "progress"; progress: Progress }
  | { kind: "done"; schedule: Schedule; explanation: Explanation | null }
  | { kind: "refused"; contradictions: readonly Contradiction[] };
