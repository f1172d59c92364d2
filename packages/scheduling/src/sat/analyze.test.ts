import { expect, test } from "vitest";
import { addClause } from "./add-clause.ts";
import { analyze } from "./analyze.ts";
import { propagate } from "./propagate.ts";
import { assign, createSolver, newLiteral, noReason, type SatState, store } from "./state.ts";

function decide(s: SatState, literal: number): number {
  s.levelStart.push(s.trailEnd);
  assign(s, literal, noReason);
  return propagate(s);
}

/** Deciding a, then c: b follows from a, d from a, b and c by the learnt clause, and d meets its contrary. */
function conflictThroughLearnt(recordedLevels: number) {
  const s = createSolver();
  const [a, b, c, d, e] = [newLiteral(s), newLiteral(s), newLiteral(s), newLiteral(s), newLiteral(s)];
  addClause(s, [a ^ 1, b]);
  addClause(s, [d ^ 1, e]);
  addClause(s, [d ^ 1, e ^ 1, c ^ 1]);
  const learnt = store(s, [d, c ^ 1, b ^ 1, a ^ 1], recordedLevels);
  decide(s, a);
  const conflict = decide(s, c);
  return { s, learnt, conflict };
}

test("a learnt clause in use that now lies on fewer levels is worth more", () => {
  const { s, learnt, conflict } = conflictThroughLearnt(4);
  analyze(s, conflict);
  expect(s.arena[learnt + 1]).toBe(2);
});
