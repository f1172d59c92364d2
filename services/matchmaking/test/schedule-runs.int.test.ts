import { newId } from "@rialto/contracts/kernel/ids";
import { cancelMeeting, getMeeting, listMeetings } from "@rialto/contracts/matchmaking/operations";
import { scheduleAnnounced } from "@rialto/contracts/matchmaking/schedule-run-events";
import {
  compareScheduleRun,
  discardScheduleRun,
  getScheduleRun,
  listProposedMeetings,
  listPublicationChanges,
  listScheduleRuns,
  listUnscheduledWishes,
  publishScheduleRun,
  startScheduleRepair,
  startScheduleRun,
  stopScheduleRun,
  undoScheduleRun,
} from "@rialto/contracts/matchmaking/schedule-run-operations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type MatchmakingFixture, matchmakingFixture } from "./fixture.ts";
import { scheduleScene } from "./schedule-scene.ts";

let it: MatchmakingFixture;
beforeAll(async () => {
  it = await matchmakingFixture();
});
afterAll(() => it?.dispose());

test("a run from beginning to end: start, progress, look, publish, undo; everybody is told once", async () => {
  const scene = await scheduleScene(it);
  const { fairId, organizer: token, exhibitors, buyers } = scene;
  const [host] = exhibitors as [(typeof exhibitors)[0]];
  const [first, second] = buyers as [(typeof buyers)[0], (typeof buyers)[0]];
  const confirmed = await it.book(fairId, first, host, "d1-1000");
  const asked = await it.request(fairId, second, host);

  const runId = await scene.start({ rules: { walking: { withinZone: 2, withinHall: 4, betweenHalls: 9, withinSlot: 5 } } });
  const { summary } = await scene.until(runId, "finished");
  expect(summary).toMatchObject({ outcome: "optimal", wishes: 5, placed: 5, unscheduled: 0, confirmed: 1, people: 5 });

  const call = { params: { fairId, runId }, token };
  const { items: proposed } = await it.api.ok(listProposedMeetings, { ...call, query: {} });
  expect(proposed).toHaveLength(5);
  expect(proposed.find(({ meetingId }) => meetingId === asked)).toMatchObject({ source: "request", weight: 8 });
  const { items: people } = await it.api.ok(compareScheduleRun, { ...call, query: {} });
  expect(people.find(({ person }) => person.representativeId === first.representativeId)).toMatchObject({ before: 1, after: 2 });
  expect(await it.api.ok(listUnscheduledWishes, { ...call, query: {} })).toEqual({ items: [] });
  expect(await it.api.refused(listPublicationChanges, { ...call, query: {} })).toMatchObject({
    code: "SCHEDULE_RUN_NOT_PUBLISHED",
  });

  await scene.publish(runId);
  const { publication } = await scene.until(runId, "published");
  expect(publication).toMatchObject({ booked: 5, changed: 0, dropped: 0, told: 5 });
  const all = { params: { fairId }, query: { scope: "all" as const, status: "scheduled" as const }, token };
  expect((await it.api.ok(listMeetings, all)).items).toHaveLength(6);
  expect((await it.api.ok(getMeeting, { params: { fairId, meetingId: asked }, token })).status).toBe("scheduled");

  const [moved] = proposed as [(typeof proposed)[0]];
  const changedByPeople = moved.meetingId === asked ? proposed[1]! : moved;
  await it.api.ok(cancelMeeting, { params: { fairId, meetingId: changedByPeople.meetingId }, body: {}, token });
  await it.api.ok(undoScheduleRun, { ...call, body: {} });
  const { undo } = await scene.until(runId, "undone");
  expect(undo).toMatchObject({ cancelled: 3, reopened: 1, kept: 1, movedBack: 0 });
  expect((await it.api.ok(getMeeting, { params: { fairId, meetingId: asked }, token })).status).toBe("pending");
  expect((await it.api.ok(listMeetings, all)).items.map(({ meetingId }) => meetingId)).toEqual([confirmed]);

  const told = await it.collect([scheduleAnnounced.topic], [scheduleAnnounced]);
  const { data } = await told.awaitEvent(scheduleAnnounced, { runId, about: "published", organizationId: host.organizationId });
  expect(data.people).toMatchObject([{ representativeId: host.representativeId, added: 2, moved: 0, cancelled: 0 }]);
  await told.stop();
  // One announcement for each of five organizations and either matter, written once.
  const notices = await it.deps.scheduleNotices.model.find({ "state.runId": runId }, { version: 1 }).lean();
  expect(notices.map(({ version }) => version)).toEqual(new Array(10).fill(1));
  expect(await it.api.refused(publishScheduleRun, { ...call, body: {} })).toMatchObject({ code: "SCHEDULE_RUN_NOT_FINISHED" });
});

test("while people go on booking, publishing works around them and says so", async () => {
  const scene = await scheduleScene(it, { exhibitors: 1, buyers: 3, slots: 4, capacity: 1 });
  const { fairId, organizer: token, exhibitors, buyers } = scene;
  const stranger = await it.admit(fairId, { role: "buyer" });
  const runId = await scene.start();
  await scene.until(runId, "finished");
  const call = { params: { fairId, runId }, token };
  const { items: proposed } = await it.api.ok(listProposedMeetings, { ...call, query: {} });
  const [victim] = proposed as [(typeof proposed)[0]];
  await it.book(fairId, stranger, exhibitors[0]!, victim.slot.slotId);

  await scene.publish(runId);
  expect((await scene.until(runId, "published")).publication).toMatchObject({ booked: 3, changed: 1, dropped: 0 });
  const { items: changes } = await it.api.ok(listPublicationChanges, { ...call, query: {} });
  expect(changes).toMatchObject([{ kind: "changed", planned: { slot: { slotId: victim.slot.slotId } }, code: "PERSON_TAKEN" }]);
  expect(buyers).toHaveLength(3);
});

test("what cannot be held any more is listed with its reason", async () => {
  const scene = await scheduleScene(it, { exhibitors: 1, buyers: 2, slots: 2, capacity: 1 });
  const { fairId, organizer: token, exhibitors, buyers } = scene;
  const stranger = await it.admit(fairId, { role: "buyer" });
  const runId = await scene.start();
  await scene.until(runId, "finished");
  await it.book(fairId, stranger, exhibitors[0]!, "d1-0930");
  await it.book(fairId, buyers[0]!, exhibitors[0]!, "d1-1000");
  await scene.publish(runId);
  expect((await scene.until(runId, "published")).publication).toMatchObject({ booked: 0, changed: 0, dropped: 2, told: 0 });
  const { items } = await it.api.ok(listPublicationChanges, { params: { fairId, runId }, query: {}, token });
  expect(items.map(({ code }) => code).sort()).toEqual(["ALREADY_MEETING", "PARTY_FULL"]);
});

test("SCHEDULE_RUN_ACTIVE: of ten starts at once, at two replicas, one run comes to be", async () => {
  const fairId = await it.planFair();
  const replica = await it.startAgain();
  try {
    const token = await it.tokenFor(fairId, "organizer");
    const start = (url: string) =>
      fetch(`${url}/api/matchmaking/fairs/${fairId}/schedule-runs`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: "{}",
      });
    const urls = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? it.running.url : replica.url));
    const answers = await Promise.all(urls.map(start));
    const codes = await Promise.all(
      answers.map(async (answer) => (answer.status === 202 ? "started" : codeOf(await answer.json()))),
    );
    expect(codes.filter((code) => code === "started")).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(["started", "SCHEDULE_RUN_ACTIVE"]));
    const { items } = await it.api.ok(listScheduleRuns, { params: { fairId }, query: {}, token });
    expect(items).toHaveLength(1);
  } finally {
    await replica.stop();
  }
});

const codeOf = (problem: unknown): string => z.object({ code: z.string() }).parse(problem).code;

test("a run without wishes fails and says why", async () => {
  const fairId = await it.planFair();
  const token = await it.tokenFor(fairId, "organizer");
  const { runId } = await it.api.ok(startScheduleRun, { params: { fairId }, body: {}, token });
  const call = { params: { fairId, runId }, token };
  await expect
    .poll(async () => (await it.api.ok(getScheduleRun, call)).reasons.map(({ code }) => code), { timeout: 10_000 })
    .toEqual(["NO_WISHES"]);
  expect(await it.api.refused(listProposedMeetings, { ...call, query: {} })).toMatchObject({
    code: "SCHEDULE_RUN_WITHOUT_RESULT",
  });
});

test("SCHEDULE_RUN_NOT_FOUND: a run of another fair; a discarded run leaves nothing to look at", async () => {
  const scene = await scheduleScene(it, { exhibitors: 1, buyers: 1 });
  const { fairId, organizer: token } = scene;
  const runId = await scene.start();
  await scene.until(runId, "finished");
  const elsewhere = await it.planFair();
  const theirs = { params: { fairId: elsewhere, runId }, token: await it.tokenFor(elsewhere, "organizer") };
  expect(await it.api.refused(getScheduleRun, theirs)).toMatchObject({ code: "SCHEDULE_RUN_NOT_FOUND" });
  const unknown = { params: { fairId, runId: newId() }, token };
  expect(await it.api.refused(getScheduleRun, unknown)).toMatchObject({ code: "SCHEDULE_RUN_NOT_FOUND" });
  const call = { params: { fairId, runId }, token };
  expect(await it.api.refused(stopScheduleRun, { ...call, body: {} })).toMatchObject({ code: "SCHEDULE_RUN_NOT_RUNNING" });
  expect((await it.api.ok(discardScheduleRun, { ...call, body: {} })).status).toBe("discarded");
  expect(await it.api.refused(listProposedMeetings, { ...call, query: {} })).toMatchObject({
    code: "SCHEDULE_RUN_WITHOUT_RESULT",
  });
});

test("a repair is a dry run first: a booth closes for a slot, its meeting moves when published and goes home when taken back", async () => {
  const scene = await scheduleScene(it, { exhibitors: 1, buyers: 2, slots: 4, capacity: 1 });
  const { fairId, organizer: token, exhibitors, buyers } = scene;
  const [host] = exhibitors as [(typeof exhibitors)[0]];
  const [guest, other] = buyers as [(typeof buyers)[0], (typeof buyers)[0]];
  const hindered = await it.book(fairId, guest, host, "d1-0930");
  const untouched = await it.book(fairId, other, host, "d1-1000");
  const [booth] = await it.deps.booths.find({ "row.organizationId": host.organizationId });
  const change = { kind: "boothClosed" as const, boothId: booth!.id, slotIds: ["d1-0930"] };
  const { runId, kind } = await it.api.ok(startScheduleRepair, { params: { fairId }, body: { change }, token });
  expect(kind).toBe("repair");
  expect((await scene.until(runId, "finished")).summary).toMatchObject({ confirmed: 2, moved: 1, dropped: 0 });
  const call = { params: { fairId, runId }, token };
  const { items } = await it.api.ok(listProposedMeetings, { ...call, query: {} });
  expect(items).toMatchObject([{ meetingId: hindered, source: "confirmed", was: { slot: { slotId: "d1-0930" } } }]);
  const slotOf = async (meetingId: string) =>
    (await it.api.ok(getMeeting, { params: { fairId, meetingId }, token })).slot?.slotId;
  expect(await slotOf(hindered)).toBe("d1-0930");

  await scene.publish(runId);
  expect((await scene.until(runId, "published")).publication).toMatchObject({ booked: 1, dropped: 0, told: 2 });
  expect(await slotOf(hindered)).toBe(items[0]?.slot.slotId);
  expect(await slotOf(untouched)).toBe("d1-1000");
  await it.api.ok(undoScheduleRun, { ...call, body: {} });
  expect((await scene.until(runId, "undone")).undo).toMatchObject({ movedBack: 1, cancelled: 0, told: 2 });
  expect(await slotOf(hindered)).toBe("d1-0930");
});

test("a repair without another place gives the meeting up; one that concerns nobody fails and says so", async () => {
  const scene = await scheduleScene(it, { exhibitors: 1, buyers: 1, slots: 2, capacity: 1 });
  const { fairId, organizer: token, exhibitors, buyers } = scene;
  const [host, guest] = [exhibitors[0]!, buyers[0]!];
  const meetingId = await it.book(fairId, guest, host, "d1-0930");
  const away = (person: string) => ({
    kind: "participantUnavailable" as const,
    representativeId: person,
    slotIds: ["d1-0930", "d1-1000"],
  });
  const start = (person: string) => it.api.ok(startScheduleRepair, { params: { fairId }, body: { change: away(person) }, token });
  const nobody = await start(newId());
  expect((await scene.until(nobody.runId, "failed")).reasons).toMatchObject([{ code: "NOTHING_CONCERNED" }]);
  const { runId } = await start(guest.representativeId);
  expect((await scene.until(runId, "finished")).summary).toMatchObject({ moved: 0, dropped: 1, outcome: "incomplete" });
  await scene.publish(runId);
  await scene.until(runId, "published");
  const ended = await it.api.ok(getMeeting, { params: { fairId, meetingId }, token });
  expect(ended).toMatchObject({ status: "cancelled", closedBy: "organizer", reason: "scheduleRepaired" });
});
