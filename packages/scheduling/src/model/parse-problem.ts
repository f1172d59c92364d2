import type { Compiled } from "./compile.ts";
import { compile } from "./compile.ts";
import { type Contradiction, ProblemRefused } from "./contradiction.ts";
import { circles, impossibleMusts } from "./impossible-musts.ts";
import { limits, Problem, type ProblemInput } from "./problem.ts";
import { readablePart } from "./readable-part.ts";
import { unknownIds } from "./unknown-ids.ts";

/** The door: sizes, shape, ids, then contradictions in what is asked. Throws `ProblemRefused` with all of them. */
export function parseProblem(input: ProblemInput): { problem: Problem; compiled: Compiled } {
  const problem = parseShape(input);
  const faults = unknownIds(problem);
  // Ids that name nothing do not hide what else is wrong: the rest is read without them.
  const compiled = compile(faults.length === 0 ? problem : readablePart(problem));
  refuse([...faults, ...impossibleMusts(compiled), ...circles(compiled)]);
  return { problem, compiled };
}

/** As the door of `parseProblem`, but musts that cannot be held pass: a plan under repair may have come to that. */
export function compileProblem(input: ProblemInput): Compiled {
  const problem = parseShape(input);
  refuse(unknownIds(problem));
  const compiled = compile(problem);
  refuse(circles(compiled));
  return compiled;
}

function parseShape(input: ProblemInput): Problem {
  refuse(tooLarge(input));
  const parsed = Problem.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ProblemRefused(
    parsed.error.issues
      .slice(0, 100)
      .map((issue) => ({ code: "MALFORMED", message: `${issue.path.join(".")}: ${issue.message}` })),
  );
}

/** Before anything is looked at, so that a list beyond all measure costs nothing. */
function tooLarge(input: ProblemInput): Contradiction[] {
  return (Object.keys(limits) as (keyof typeof limits)[]).flatMap((list) => {
    const length = input?.[list]?.length ?? 0;
    return length > limits[list] ? [{ code: "TOO_LARGE", message: `${length} ${list}, more than ${limits[list]}` }] : [];
  });
}

function refuse(contradictions: Contradiction[]): void {
  if (contradictions.length > 0) throw new ProblemRefused(contradictions);
}
