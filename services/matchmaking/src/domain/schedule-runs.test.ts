import { newId } from "@rialto/contracts/kernel/ids";
import { scheduleRunInterrupted } from "@rialto/contracts/matchmaking/schedule-run-events";
import { ScheduleRules } from "@rialto/contracts/matchmaking/schedule-run-values";
import { given } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { slotsOfDay } from "../../test/builders.ts";
import {
  finished,
  muchLater,
  onRun,
  owner,
  publication,
  published,
  publishing,
  queued,
  runAfter,
  runId,
  running,
  start,
  summary,
  undoing,
} from "../../test/run-stage.ts";
import { fair, now } from "../../test/stage.ts";
import { discardScheduleRun } from "./discard-schedule-run.ts";
import { publishScheduleRun } from "./publish-schedule-run.ts";
import { publishedRun, runOfFair, runWithResult } from "./run-of-fair.ts";
import { announceSchedule, evolveScheduleNotice, noNotice, noticeIdOf } from "./schedule-notice.ts";
import {
  isHeldBy,
  noRun,
  type ScheduleRun,
  scheduleRunReleased,
  scheduleRunStopAsked,
  scheduleRunTaken,
} from "./schedule-run.ts";
import { startScheduleRun } from "./start-schedule-run.ts";
import { stopScheduleRun } from "./stop-schedule-run.ts";
import { takeScheduleRun } from "./take-schedule-run.ts";
import { undoScheduleRun } from "./undo-schedule-run.ts";
import { usableSlots } from "./usable-slots.ts";
import {
  failScheduleRun,
  finishPublication,
  finishScheduleRun,
  finishUndo,
  noteProgress,
  planBookings,
  releaseScheduleRun,
} from "./work-on-schedule-run.ts";

const elsewhere = { fairId: newId(), now };
const rules = (overrides: object) => ScheduleRules.parse(overrides);

describe("starting", () => {
  test("a repeated command starts once", () => {
    given(queued).when(startScheduleRun, start()).thenNothing();
  });

  test("SLOT_UNKNOWN: the rules name a slot that the fair does not have", () => {
    given<ScheduleRun>(noRun)
      .when(startScheduleRun, start({ rules: rules({ slotIds: ["d9-0930"] }) }))
      .thenRefused("SLOT_UNKNOWN", { slotId: "d9-0930" });
    given<ScheduleRun>(noRun)
      .when(startScheduleRun, start({ change: { kind: "slotRemoved", slotId: "d9-0930" } }))
      .thenRefused("SLOT_UNKNOWN");
  });

  test("NO_SLOT_LEFT: the day is over, or no such day", () => {
    given<ScheduleRun>(noRun)
      .when(startScheduleRun, start({ rules: rules({ days: [2] }) }))
      .thenRefused("NO_SLOT_LEFT");
    given<ScheduleRun>(noRun)
      .when(startScheduleRun, start({ now: "2026-09-02T00:00:00.000Z" }))
      .thenRefused("NO_SLOT_LEFT");
  });

  test("usable are slots that have not begun, of the chosen days and slots", () => {
    const twoDays = { ...fair, slots: [...slotsOfDay(3), ...slotsOfDay(3, 2)] };
    const ids = (overrides: object, at = now) => usableSlots(twoDays, rules(overrides), at).map(({ slotId }) => slotId);
    expect(ids({ days: [2], slotIds: ["d1-0930", "d2-1000"] })).toEqual(["d2-1000"]);
    expect(ids({ days: [1] }, "2026-09-01T01:30:00.000Z")).toEqual(["d1-1000", "d1-1030"]);
  });
});

describe("who has it in hand", () => {
  test("a replica takes what nobody has", () => {
    given(queued)
      .when(takeScheduleRun, { owner, now })
      .then([scheduleRunTaken.draft({ owner, takenAt: now })]);
    given(finished).when(takeScheduleRun, { owner, now }).thenNothing();
  });

  test("another one takes it when the first has been silent for longer than its lease", () => {
    given(running).when(takeScheduleRun, { owner: "replica-2", now }).thenNothing();
    const taken = runAfter(takeScheduleRun({ owner: "replica-2", now: muchLater }, running), running);
    expect(taken).toMatchObject({ status: "running", owner: "replica-2", attempts: 2 });
  });

  test("progress prolongs the lease", () => {
    const at = "2026-08-10T02:00:12.000Z";
    const alive = runAfter(noteProgress({ owner, progress: { stage: "solving", seconds: 12 }, now: at }, running), running);
    given(alive).when(takeScheduleRun, { owner: "replica-2", now: "2026-08-10T02:00:20.000Z" }).thenNothing();
  });

  test("after three replicas that went away it is interrupted", () => {
    let state = running;
    for (const minute of ["05", "10"])
      state = runAfter(takeScheduleRun({ owner, now: `2026-08-10T02:${minute}:00.000Z` }, state), state);
    const at = "2026-08-10T02:15:00.000Z";
    const { fairId } = fair;
    const interrupted = [scheduleRunInterrupted.draft({ runId, fairId, attempts: 3, interruptedAt: at })];
    given(state).when(takeScheduleRun, { owner, now: at }).then(interrupted);
    expect(runAfter(interrupted, state)).toMatchObject({ status: "interrupted", engaged: false });
  });

  test("what is given back in good order is no attempt, and another replica begins at once", () => {
    given(running)
      .when(releaseScheduleRun, { owner, now })
      .then([scheduleRunReleased.draft({ releasedAt: now })]);
    const released = runAfter(releaseScheduleRun({ owner, now }, running), running);
    expect(released).toMatchObject({ status: "queued", attempts: 0 });
    given(released)
      .when(takeScheduleRun, { owner: "replica-2", now })
      .then([scheduleRunTaken.draft({ owner: "replica-2", takenAt: now })]);
  });

  test("publishing and undoing are taken up again as often as needed", () => {
    for (const state of [publishing, undoing]) {
      const again = runAfter(takeScheduleRun({ owner: "replica-2", now: muchLater }, state), state);
      expect(again.status).toBe(state.status);
      expect(isHeldBy(again, "replica-2")).toBe(true);
    }
  });

  test("a replica that was taken over, and one whose run was discarded, say nothing any more", () => {
    const lost = runAfter(takeScheduleRun({ owner: "replica-2", now: muchLater }, running), running);
    const discarded = runAfter(discardScheduleRun(onRun, running), running);
    for (const state of [lost, discarded]) {
      given(state)
        .when(noteProgress, { owner, progress: { stage: "solving", seconds: 1 }, now })
        .thenNothing();
      given(state).when(finishScheduleRun, { owner, summary, now }).thenNothing();
      given(state).when(failScheduleRun, { owner, reasons: [], now }).thenNothing();
      given(state).when(releaseScheduleRun, { owner, now }).thenNothing();
    }
    const otherHand = runAfter(takeScheduleRun({ owner: "replica-2", now: muchLater }, publishing), publishing);
    given(otherHand).when(planBookings, { owner, round: 0, chunks: 1, bookings: 1, now }).thenNothing();
    given(otherHand).when(finishPublication, { owner, publication, now }).thenNothing();
    given(published)
      .when(finishUndo, { owner, undo: {} as never, now })
      .thenNothing();
  });

  test("a round of bookings is planned once", () => {
    const planned = runAfter(planBookings({ owner, round: 0, chunks: 1, bookings: 7, now }, publishing), publishing);
    expect(planned).toMatchObject({ rounds: [{ chunks: 1, bookings: 7 }] });
    given(planned).when(planBookings, { owner, round: 0, chunks: 1, bookings: 7, now }).thenNothing();
  });
});

describe("what the organizer does with it", () => {
  test("SCHEDULE_RUN_NOT_FOUND: nothing is there, or it is a run of another fair", () => {
    for (const decide of [stopScheduleRun, discardScheduleRun, publishScheduleRun, undoScheduleRun]) {
      given<ScheduleRun>(noRun).when(decide, onRun).thenRefused("SCHEDULE_RUN_NOT_FOUND");
      given(running).when(decide, elsewhere).thenRefused("SCHEDULE_RUN_NOT_FOUND");
    }
    expect(() => runOfFair(finished, elsewhere.fairId)).toThrow("SCHEDULE_RUN_NOT_FOUND");
  });

  test("SCHEDULE_RUN_NOT_RUNNING: only what is calculated is stopped; asked twice it is stopped once", () => {
    given(finished).when(stopScheduleRun, onRun).thenRefused("SCHEDULE_RUN_NOT_RUNNING", { status: "finished" });
    given(running)
      .when(stopScheduleRun, onRun)
      .then([scheduleRunStopAsked.draft({ askedAt: now })]);
    const stopping = runAfter(stopScheduleRun(onRun, running), running);
    given(stopping).when(stopScheduleRun, onRun).thenNothing();
  });

  test("SCHEDULE_RUN_WITHOUT_RESULT: nothing to look at while it is calculated, and after it was discarded", () => {
    const discarded = runAfter(discardScheduleRun(onRun, finished), finished);
    for (const state of [queued, running, discarded]) {
      expect(() => runWithResult(state, fair.fairId)).toThrow("SCHEDULE_RUN_WITHOUT_RESULT");
    }
    for (const state of [finished, publishing, published, undoing]) {
      expect(runWithResult(state, fair.fairId).summary).toEqual(summary);
    }
  });

  test("SCHEDULE_RUN_NOT_DISCARDABLE: what was published is taken back instead", () => {
    for (const state of [publishing, published, undoing]) {
      given(state).when(discardScheduleRun, onRun).thenRefused("SCHEDULE_RUN_NOT_DISCARDABLE", { status: state.status });
    }
    const discarded = runAfter(discardScheduleRun(onRun, queued), queued);
    given(discarded).when(discardScheduleRun, onRun).thenNothing();
  });

  test("SCHEDULE_RUN_NOT_FINISHED: what is calculated, discarded or published is not published", () => {
    const discarded = runAfter(discardScheduleRun(onRun, finished), finished);
    for (const state of [queued, running, discarded, published, undoing]) {
      given(state).when(publishScheduleRun, onRun).thenRefused("SCHEDULE_RUN_NOT_FINISHED", { status: state.status });
    }
    given(publishing).when(publishScheduleRun, onRun).thenNothing();
  });

  test("SCHEDULE_RUN_NOT_PUBLISHED: only what is published is taken back, and once", () => {
    for (const state of [queued, running, finished, publishing]) {
      given(state).when(undoScheduleRun, onRun).thenRefused("SCHEDULE_RUN_NOT_PUBLISHED", { status: state.status });
      expect(() => publishedRun(state, fair.fairId)).toThrow("SCHEDULE_RUN_NOT_PUBLISHED");
    }
    given(undoing).when(undoScheduleRun, onRun).thenNothing();
    const undo = { cancelled: 1, reopened: 0, movedBack: 0, kept: 0, told: 2, seconds: 1 };
    const undone = runAfter(finishUndo({ owner, undo, now }, undoing), undoing);
    expect(undone).toMatchObject({ status: "undone", engaged: false, undo });
    given(undone).when(undoScheduleRun, onRun).thenRefused("SCHEDULE_RUN_NOT_PUBLISHED");
  });
});

test("an organization is told of a publication once, however often it is resumed", () => {
  const noticeId = noticeIdOf(runId, "published", newId());
  const people = [{ representativeId: newId(), added: 2, moved: 0, cancelled: 0 }];
  const command = {
    noticeId,
    runId,
    fairId: fair.fairId,
    organizationId: newId(),
    about: "published" as const,
    people,
    announcedAt: now,
  };
  const [told] = announceSchedule(command, noNotice);
  given(evolveScheduleNotice(noNotice, told!)).when(announceSchedule, command).thenNothing();
});
