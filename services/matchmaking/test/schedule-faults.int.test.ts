import { newId } from "@rialto/contracts/kernel/ids";
import { listMeetings } from "@rialto/contracts/matchmaking/operations";
import { discardScheduleRun, stopScheduleRun, undoScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { ScheduleRules, ScheduleWishes } from "@rialto/contracts/matchmaking/schedule-run-values";
import { eventually } from "@rialto/testing/eventually";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatchmakingDeps } from "../src/deps.ts";
import { publishScheduleRun } from "../src/domain/publish-schedule-run.ts";
import { isHeldBy, type PublishingRun, scheduleRunTaken, type UndoingRun } from "../src/domain/schedule-run.ts";
import { startScheduleRun } from "../src/domain/start-schedule-run.ts";
import { undoScheduleRun as beginUndo } from "../src/domain/undo-schedule-run.ts";
import { keepInHand } from "../src/scheduling/in-hand.ts";
import { publishRun } from "../src/scheduling/publish-run.ts";
import { undoRun } from "../src/scheduling/undo-run.ts";
import { type MatchmakingFixture, matchmakingFixture } from "./fixture.ts";
import { type ScheduleScene, scheduleScene } from "./schedule-scene.ts";

// One replica dies in the middle of its work, without a word: here it is played by the test, which holds the lease. The
// other one is the service under test, which is told by nothing but the end of that lease.
let it: MatchmakingFixture;
beforeAll(async () => {
  it = await matchmakingFixture();
});
afterAll(() => it?.dispose());

const dead = "the replica that dies";
const cause = { correlationId: newId() };
const taken = () => scheduleRunTaken.draft({ owner: dead, takenAt: it.clock.now });

function leaseEnds(): void {
  it.clock.now = new Date(Date.parse(it.clock.now) + 16_000).toISOString();
}

/** A run that the other replica has had in hand from the first moment. */
async function startedElsewhere({ fairId }: ScheduleScene): Promise<string> {
  const { scheduleRuns, fair, clock } = it.deps;
  const runId = newId();
  const settings = { wishes: ScheduleWishes.parse({}), rules: ScheduleRules.parse({}), startedBy: newId() };
  const command = { ...settings, runId, fair: await fair(fairId), now: clock() };
  await scheduleRuns.update(runId, (state) => [...startScheduleRun(command, state), taken()], cause);
  return runId;
}

test("killed while it solves: after its lease another one begins anew and comes to the same plan", async () => {
  const scene = await scheduleScene(it);
  const first = await scene.start();
  const { summary } = await scene.until(first, "finished");
  const runId = await startedElsewhere(scene);
  expect(await scene.run(runId)).toMatchObject({ status: "running", attempts: 1 });
  leaseEnds();
  const again = await scene.until(runId, "finished");
  expect(again).toMatchObject({ attempts: 2, summary: { value: summary?.value, placed: summary?.placed } });
});

test("stopped before it was taken: the next one keeps the best so far; asked twice it is asked once", async () => {
  const scene = await scheduleScene(it);
  const { fairId, organizer: token } = scene;
  const runId = await startedElsewhere(scene);
  const call = { params: { fairId, runId }, body: {}, token };
  expect((await it.api.ok(stopScheduleRun, call)).stopAsked).toBe(true);
  expect((await it.api.ok(stopScheduleRun, call)).stopAsked).toBe(true);
  leaseEnds();
  await scene.until(runId, "finished");
});

test("discarded while it is calculated: whoever calculates notices with the next progress", async () => {
  const scene = await scheduleScene(it, { exhibitors: 1, buyers: 1 });
  const { fairId, organizer: token } = scene;
  const runId = await startedElsewhere(scene);
  const stopping = new AbortController().signal;
  const inHand = keepInHand(it.deps, { runId, owner: dead, cause, stopping });
  try {
    await it.api.ok(discardScheduleRun, { params: { fairId, runId }, body: {}, token });
    await eventually("it is lost", () => inHand.signal.aborted);
  } finally {
    await inHand.letGo();
  }
  expect((await scene.run(runId)).status).toBe("discarded");
});

/** Services whose database goes away for them after so many writes to meetings. */
function dyingAfter(writes: number): MatchmakingDeps {
  let left = writes;
  const { meetings } = it.deps;
  const update: typeof meetings.update = (...args) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error("killed")) : meetings.update(...args);
  };
  return { ...it.deps, meetings: { ...meetings, update } };
}

test("killed while it books: another one goes on, nothing is booked twice and nobody is told twice", async () => {
  const scene = await scheduleScene(it);
  const { fairId, organizer: token } = scene;
  const runId = await scene.start();
  await scene.until(runId, "finished");
  const { scheduleRuns, scheduleNotices, clock } = it.deps;
  const begin = { fairId, now: clock() };
  const { state } = await scheduleRuns.update(runId, (run) => [...publishScheduleRun(begin, run), taken()], cause);
  const inHand = keepInHand(it.deps, { runId, owner: dead, cause, stopping: new AbortController().signal });
  await expect(publishRun(dyingAfter(2), state as PublishingRun, inHand)).rejects.toThrow("killed");
  await inHand.letGo();
  const all = { params: { fairId }, query: { scope: "all" as const, status: "scheduled" as const }, token };
  const halfway = (await it.api.ok(listMeetings, all)).items;
  expect(halfway).toHaveLength(2);

  leaseEnds();
  expect((await scene.until(runId, "published")).publication).toMatchObject({ booked: 6, dropped: 0, told: 5 });
  const booked = (await it.api.ok(listMeetings, all)).items;
  expect(booked).toHaveLength(6);
  for (const { meetingId, version } of halfway) {
    expect(booked.find((one) => one.meetingId === meetingId)?.version).toBe(version);
  }
  const notices = await scheduleNotices.model.find({ "state.runId": runId }, { version: 1 }).lean();
  expect(notices.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1]);

  const undoing = await scheduleRuns.update(runId, (run) => [...beginUndo({ fairId, now: clock() }, run), taken()], cause);
  expect(isHeldBy(undoing.state, dead)).toBe(true);
  const again = keepInHand(it.deps, { runId, owner: dead, cause, stopping: new AbortController().signal });
  await expect(undoRun(dyingAfter(2), undoing.state as UndoingRun, again)).rejects.toThrow("killed");
  await again.letGo();
  leaseEnds();
  expect((await scene.until(runId, "undone")).undo).toMatchObject({ cancelled: 6, kept: 0, told: 5 });
  expect((await it.api.ok(listMeetings, all)).items).toEqual([]);
  const call = { params: { fairId, runId }, body: {}, token };
  expect(await it.api.refused(undoScheduleRun, call)).toMatchObject({ code: "SCHEDULE_RUN_NOT_PUBLISHED" });
});
