import fc from "fast-check";
import { expect, test } from "vitest";
import { addClause } from "./add-clause.ts";
import { isTrue, search } from "./search.ts";
import { createSolver, newLiteral } from "./state.ts";

const variables = 9;

const literal = fc.nat(2 * variables - 1);
const clauses = fc.array(fc.array(literal, { minLength: 1, maxLength: 3 }), { minLength: 25, maxLength: 45 });

const holds = (values: number, of: number): boolean => ((values >> (of >> 1)) & 1) === 1 - (of & 1);
const satisfies = (values: number, all: readonly number[][]): boolean => all.every((one) => one.some((of) => holds(values, of)));
const isPossible = (all: readonly number[][]): boolean =>
  Array.from({ length: 2 ** variables }, (_, values) => values).some((values) => satisfies(values, all));

function solverOf(all: readonly number[][]) {
  const solver = createSolver();
  for (let v = 0; v < variables; v++) newLiteral(solver);
  for (const clause of all) addClause(solver, clause);
  return solver;
}

test("satisfiable exactly when some assignment satisfies all clauses; the model is one, the core is enough", () => {
  fc.assert(
    fc.property(clauses, fc.uniqueArray(literal, { maxLength: 4, selector: (of) => of >> 1 }), (all, assumptions) => {
      const solver = solverOf(all);
      for (const assumed of [assumptions, [], assumptions]) {
        const answer = search(solver, { assumptions: assumed });
        expect(answer.status === "satisfiable").toBe(isPossible([...all, ...assumed.map((of) => [of])]));
        if (answer.status === "satisfiable")
          expect([...all, ...assumed.map((of) => [of])].every((clause) => clause.some((of) => isTrue(solver, of)))).toBe(true);
        if (answer.status === "unsatisfiable") expect(isPossible([...all, ...answer.core.map((of) => [of])])).toBe(false);
      }
    }),
    { numRuns: 300, seed: 95 },
  );
});
