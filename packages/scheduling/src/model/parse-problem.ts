import type { Compiled } from "./compile.ts";
import { compile } from "./compile.ts";
import { type Contradiction, ProblemRefused } from "./contradiction.ts";
import { impossibleMusts } from "./impossible-musts.ts";
import { Problem, type ProblemInput } from "./problem.ts";
import { unknownIds } from "./unknown-ids.ts";

/** The door: shape, ids, then contradictions in what is asked. Throws `ProblemRefused` with all of them. */
export function parseProblem(input: ProblemInput): { problem: Problem; compiled: Compiled } {
  const parsed = Problem.safeParse(input);
  if (!parsed.success) {
    throw new ProblemRefused(
      parsed.error.issues
        .slice(0, 100)
        .map((issue) => ({ code: "MALFORMED", message: `${issue.path.join(".")}: ${issue.message}` })),
    );
  }
  const problem = parsed.data;
  refuse(unknownIds(problem));
  const compiled = compile(problem);
  refuse(impossibleMusts(compiled));
  return { problem, compiled };
}

function refuse(contradictions: Contradiction[]): void {
  if (contradictions.length > 0) throw new ProblemRefused(contradictions);
}
