import type { ScheduleChange } from "@rialto/contracts/matchmaking/schedule-run-values";
import type { Placement } from "@rialto/scheduling/model/result";
import type { Change } from "@rialto/scheduling/repair/change";
import { repair } from "@rialto/scheduling/repair/repair";
import type { MatchmakingDeps } from "../deps.ts";
import { resultList } from "../domain/run-lists.ts";
import type { ProposedMeeting, UnscheduledWish } from "../domain/schedule-items.ts";
import type { RunningRun } from "../domain/schedule-run.ts";
import { type FailureReason, failScheduleRun, finishScheduleRun } from "../domain/work-on-schedule-run.ts";
import { buildProblem } from "./build-problem.ts";
import { type ConfirmedMeeting, collectFacts, type ScheduleFacts } from "./facts.ts";
import type { InHand } from "./in-hand.ts";
import { distributionOf, saidNames } from "./read-result.ts";
import { sentenceOf } from "./reason-sentences.ts";

/** A dry run of a repair: which booked meetings would move, and which would end. Nothing is booked by it. */
export async function solveRepair(deps: MatchmakingDeps, run: RunningRun, inHand: InHand): Promise<void> {
  const { owner } = inHand;
  const facts = await collectFacts(deps, run.fairId, {}, deps.clock());
  const fair = buildProblem(facts, [], run.rules, { movable: true });
  const change = run.change === undefined ? undefined : changeFor(run.change, fair.problem);
  if (change === undefined) {
    await inHand.write((state) => failScheduleRun({ owner, reasons: [nothingConcerned], now: deps.clock() }, state));
    return;
  }
  await inHand.report({ stage: "repairing" });
  const first = fair.problem.slots[0]?.id;
  const repaired = repair(fair.problem, fair.confirmed, [change], {
    pinnedMeetingIds: facts.confirmed.filter(({ status }) => status === "held").map(({ meetingId }) => meetingId),
    ...(first === undefined ? {} : { notBeforeSlotId: first }),
  });
  const meetings = new Map(facts.confirmed.map((meeting) => [meeting.meetingId, meeting]));
  const moved = repaired.moved.flatMap(({ meetingId, to }) => movedMeeting(meetings.get(meetingId), to));
  const names = saidNames(facts);
  const dropped = repaired.dropped.flatMap(({ meetingId, reason }) =>
    droppedMeeting(meetings.get(meetingId), { code: reason.code, reason: sentenceOf(reason, names) }),
  );
  await deps.runParts.write(run.runId, resultList("meetings", run), moved);
  await deps.runParts.write(run.runId, resultList("unscheduled", run), dropped);
  await deps.runParts.write(run.runId, resultList("people", run), []);
  const summary = summaryOf(facts, moved.length, dropped, repaired.seconds);
  const { status } = await inHand.write((state) => finishScheduleRun({ owner, summary, now: deps.clock() }, state));
  if (status === "discarded") await deps.runParts.remove(run.runId);
}

const nothingConcerned: FailureReason = {
  code: "NOTHING_CONCERNED",
  message: "No booked meeting to come has anything to do with it.",
};

/** The change in the engine's words; nothing when no booked meeting knows the person, booth or slot. */
function changeFor(
  change: ScheduleChange,
  { slots, participants, locations }: ReturnType<typeof buildProblem>["problem"],
): Change | undefined {
  const isKnown = (id: string) => slots.some((slot) => slot.id === id);
  switch (change.kind) {
    case "participantUnavailable": {
      const slotIds = change.slotIds.filter(isKnown);
      const isThere = participants.some(({ id }) => id === change.representativeId) && slotIds.length > 0;
      return isThere ? { kind: "participantUnavailable", participantId: change.representativeId, slotIds } : undefined;
    }
    case "boothClosed": {
      const slotIds = change.slotIds?.filter(isKnown);
      if (!locations.some(({ id }) => id === change.boothId) || slotIds?.length === 0) return undefined;
      return { kind: "locationClosed", locationId: change.boothId, ...(slotIds === undefined ? {} : { slotIds }) };
    }
    case "slotRemoved":
      return isKnown(change.slotId) ? { kind: "slotRemoved", slotId: change.slotId } : undefined;
  }
}

const source = "confirmed" as const;

function movedMeeting(meeting: ConfirmedMeeting | undefined, to: Placement): ProposedMeeting[] {
  if (meeting === undefined) return [];
  const { meetingId, requester, recipient, slotId, place } = meeting;
  const was = { slotId, boothId: place.boothId };
  return [{ meetingId, source, weight: 0, requester, recipient, slotId: to.slotId, boothId: to.locationId, was }];
}

function droppedMeeting(meeting: ConfirmedMeeting | undefined, why: Pick<UnscheduledWish, "code" | "reason">): UnscheduledWish[] {
  if (meeting === undefined) return [];
  const { meetingId, requester, recipient, slotId, place } = meeting;
  const between = { requesterOrganizationId: requester.organizationId, recipientOrganizationId: recipient.organizationId };
  return [{ meetingId, source, weight: 0, ...between, ...why, was: { slotId, boothId: place.boothId } }];
}

function summaryOf({ confirmed }: ScheduleFacts, moved: number, dropped: readonly UnscheduledWish[], seconds: number) {
  const gone = new Set(dropped.map(({ meetingId }) => meetingId));
  const counts = (meetings: readonly ConfirmedMeeting[]) => {
    const people = new Map<string, number>(peopleOf(confirmed).map((id) => [id, 0]));
    for (const id of peopleOf(meetings)) people.set(id, (people.get(id) ?? 0) + 1);
    return [...people.values()];
  };
  const kept = confirmed.filter(({ meetingId }) => !gone.has(meetingId));
  return {
    outcome: dropped.length === 0 ? ("feasible" as const) : ("incomplete" as const),
    value: kept.length,
    bound: confirmed.length,
    seconds: Math.round(seconds * 1_000) / 1_000,
    wishes: 0,
    placed: 0,
    unscheduled: 0,
    confirmed: confirmed.length,
    people: counts(confirmed).length,
    stopped: false,
    before: distributionOf(counts(confirmed)),
    after: distributionOf(counts(kept)),
    moved,
    dropped: dropped.length,
  };
}

const peopleOf = (meetings: readonly ConfirmedMeeting[]): string[] =>
  meetings.flatMap(({ requester, recipient }) => [requester.representativeId, recipient.representativeId]);
