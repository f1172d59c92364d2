import { newId } from "@rialto/contracts/kernel/ids";
import {
  discardScheduleRun,
  getScheduleRun,
  listScheduleRuns,
  startScheduleRun,
} from "@rialto/contracts/matchmaking/schedule-run-operations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MatchmakingFixture, matchmakingFixture } from "./fixture.ts";

let it: MatchmakingFixture;
beforeAll(async () => {
  it = await matchmakingFixture();
});
afterAll(() => it?.dispose());

test("SCHEDULE_RUN_ACTIVE: of ten starts at once, one run comes to be", async () => {
  const fairId = await it.planFair();
  const token = await it.tokenFor(fairId, "organizer");
  const call = { params: { fairId }, body: {}, token };
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => it.api.ok(startScheduleRun, call)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { items } = await it.api.ok(listScheduleRuns, { params: { fairId }, query: {}, token });
  expect(items).toHaveLength(1);
});

test("SCHEDULE_RUN_NOT_FOUND: a run of another fair", async () => {
  const [fairId, elsewhere] = [await it.planFair(), await it.planFair()];
  const token = await it.tokenFor(fairId, "organizer");
  const { runId } = await it.api.ok(startScheduleRun, { params: { fairId }, body: {}, token });
  const theirs = await it.tokenFor(elsewhere, "organizer");
  const call = { params: { fairId: elsewhere, runId }, token: theirs };
  expect(await it.api.refused(getScheduleRun, call)).toMatchObject({ code: "SCHEDULE_RUN_NOT_FOUND" });
  const unknown = { params: { fairId, runId: newId() }, token };
  expect(await it.api.refused(getScheduleRun, unknown)).toMatchObject({ code: "SCHEDULE_RUN_NOT_FOUND" });
  const discarded = await it.api.ok(discardScheduleRun, { params: { fairId, runId }, body: {}, token });
  expect(discarded.status).toBe("discarded");
});
