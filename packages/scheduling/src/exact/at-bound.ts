import type { Random } from "../random.ts";
import { addClause } from "../sat/add-clause.ts";
import { search } from "../sat/search.ts";
import { totalizer } from "../sat/totalizer.ts";
import { type Encoding, encode, penaltiesOf } from "./encode.ts";
import { startFrom } from "./neighbourhood.ts";
import { accept, close, isOpen, type ProofState, raise } from "./proof-state.ts";
import { countAllBreaks } from "./refine.ts";

/** Refuting too few suspects is quick, and the more there are the longer it takes to find a timetable. */
const growth = 1.4;

/**
 * Looks for a timetable with no more breaks than the bound, for so many conflicts, on solvers that live on until the bound rises. Where the bound is the
 * optimum such a search is long rather than a matter of luck, so what was learnt must stay; each turn starts near the best timetable. First only the chief
 * suspects may have breaks, which shortens it several times; whenever that is refuted, more of them. Refuted for everybody, the bound rises. As long as
 * there is no timetable it looks for any.
 */
export function createBoundView(state: ProofState): (budget: number) => void {
  let held = -1;
  let few = 0;
  let encoding: Encoding;
  const hold = (bound: number, count: number): void => {
    held = bound;
    few = count;
    encoding = begin(state, bound, state.options.suspects().slice(0, few));
  };
  const refuted = (bound: number): void => {
    if (bound === state.best) close(state);
    else if (bound === 0 || few >= state.options.suspects().length) raise(state, bound + 1);
    else hold(bound, Math.max(few + 1, Math.ceil(few * growth)));
  };
  const step = (maxConflicts: number, isFirst: boolean): number => {
    const bound = state.best === Number.POSITIVE_INFINITY ? state.best : state.bound;
    if (held !== bound) hold(bound, bound);
    const { solver } = encoding;
    const slotOf = state.options.slotOf();
    if (slotOf !== null && (isFirst || solver.conflicts === 0)) startFrom(encoding, slotOf);
    const before = solver.conflicts;
    const answer = search(solver, { maxConflicts, shouldStop: state.options.shouldStop });
    if (answer.status === "unsatisfiable") refuted(bound);
    if (answer.status === "satisfiable") {
      if (accept(state, encoding) !== null) limit(encoding, bound);
      else if (bound === state.bound) raise(state, state.best);
    }
    return solver.conflicts - before;
  };
  return (budget) => {
    for (let left = budget; left > 0 && isOpen(state); ) left -= Math.max(1, step(left, left === budget));
  };
}

/** All breaks are counted from the start: a model whose further breaks were overlooked costs a search as long as the one that found it. */
function begin(state: ProofState, bound: number, suspects: readonly number[]): Encoding {
  const { problem } = state;
  const encoding = encode(problem);
  const bounded = { ...problem, maxDifference: Math.min(problem.maxDifference, bound) };
  countAllBreaks(bounded, encoding, bound < Number.POSITIVE_INFINITY ? encoding.people.keys() : state.several, bound + 1);
  shake(encoding, state.options.random);
  encoding.people.forEach(({ breaks }, p) => {
    if (!suspects.includes(p)) for (const literal of breaks) addClause(encoding.solver, [literal ^ 1]);
  });
  limit(encoding, bound);
  return encoding;
}

/** One count over all penalties leaves open who has the breaks. */
function limit(encoding: Encoding, bound: number): void {
  if (bound === Number.POSITIVE_INFINITY) return;
  const counter = totalizer(encoding.solver, penaltiesOf(encoding), bound + 1);
  if (counter.length > bound) addClause(encoding.solver, [counter[bound]! ^ 1]);
}

function shake({ solver }: Encoding, random: Random): void {
  for (let v = 0; v < solver.variables; v++) solver.activity[v] = random.next() * 1e-3;
  solver.order.rebuild(solver.activity);
}
