import { Refusal } from "@rialto/contracts/kernel/refusal";
import { withFreshClaims } from "../booking/with-fresh-claims.ts";
import type { MatchmakingDeps } from "../deps.ts";
import { noClaims, personClaim, type TakenClaims, withoutOwn } from "../domain/claims.ts";
import { type Fair, slotOf } from "../domain/fair.ts";
import type { ScheduledMeeting } from "../domain/meeting.ts";
import { freeSeat } from "../domain/place.ts";
import { outcomesList, undoneList } from "../domain/run-lists.ts";
import type { Outcome, Undone } from "../domain/schedule-items.ts";
import type { UndoingRun } from "../domain/schedule-run.ts";
import { isAsRunLeftIt, takeBackFromRun } from "../domain/take-back-from-run.ts";
import { finishUndo } from "../domain/work-on-schedule-run.ts";
import type { InHand } from "./in-hand.ts";
import { tellPeople } from "./tell-people.ts";
import { wholeList, workThrough } from "./work-through.ts";

/** Takes back what a publication booked and nobody has changed since, resumed as a publication is, and tells everybody once. */
export async function undoRun(deps: MatchmakingDeps, run: UndoingRun, inHand: InHand): Promise<void> {
  const { runId, fairId, rounds } = run;
  const fair = await deps.fair(fairId);
  const total = rounds.reduce((sum, { bookings }) => sum + bookings, 0);
  let done = 0;
  await inHand.report({ stage: "undoing", done, total });
  for (const [round, { chunks }] of rounds.entries()) {
    const ended = await workThrough<Outcome, Undone>(deps.runParts, {
      runId,
      from: outcomesList(round),
      to: undoneList(round),
      chunks,
      signal: inHand.signal,
      work: (outcome) => takeBack(deps, runId, fair, outcome, inHand),
      count(items) {
        done += items;
        void inHand.report({ stage: "undoing", done, total });
      },
    });
    if (!ended) return;
  }
  await conclude(deps, run, inHand);
}

async function takeBack(deps: MatchmakingDeps, runId: string, fair: Fair, outcome: Outcome, { cause }: InHand): Promise<Undone> {
  const { meetingId, requester, recipient } = outcome;
  const of = (result: Undone["result"]): Undone => ({ meetingId, requester, recipient, result });
  const { state } = await deps.meetings.load(meetingId);
  const now = deps.clock();
  // Taken back before a crash, and not yet written down.
  if (state.status === "pending" && outcome.done) return of("reopened");
  if (state.status === "cancelled" && state.reason === "scheduleUndone" && state.byRun?.runId === runId) return of("cancelled");
  if (!outcome.done || !isAsRunLeftIt(runId, state, now)) return of("kept");
  try {
    const { state: after } = await withFreshClaims(
      () => claimsFor(deps, fair, state),
      (taken) => {
        const { pendingRequestLimit } = fair.rules;
        const home = homeOf(deps, fair, state, taken);
        return home.then((place) =>
          deps.meetings.update(
            meetingId,
            (meeting) => takeBackFromRun({ runId, taken, pendingRequestLimit, home: place, now }, meeting),
            cause,
          ),
        );
      },
    );
    if (after.status === "pending") return of("reopened");
    return of(after.status === "cancelled" ? "cancelled" : isAsRunLeftIt(runId, after, now) ? "kept" : "movedBack");
  } catch (error) {
    // A crowd around its old place: it stays where it is.
    if (error instanceof Refusal) return of("kept");
    throw error;
  }
}

/** Only a request needs a number, and only a moved meeting a place. */
async function claimsFor(
  { readClaims }: MatchmakingDeps,
  { fairId }: Fair,
  { requester, quotaNumber, byRun }: ScheduledMeeting,
): Promise<TakenClaims> {
  const home = byRun?.movedFrom;
  if (home !== undefined) {
    const people = [home.requester.representativeId, home.recipient.representativeId];
    return readClaims(fairId, { representativeIds: people, boothIds: [home.place.boothId] });
  }
  return quotaNumber === 0 ? noClaims : readClaims(fairId, { representativeIds: [requester.representativeId] });
}

/** A seat in the slot and booth that a moved meeting came from; nothing when its people or all seats are taken. */
async function homeOf({ booths }: MatchmakingDeps, fair: Fair, { meetingId, byRun }: ScheduledMeeting, taken: TakenClaims) {
  const from = byRun?.movedFrom;
  if (from === undefined) return undefined;
  const others = withoutOwn(taken, meetingId);
  const isBusy = [from.requester, from.recipient].some(({ representativeId }) =>
    others.has(personClaim(representativeId, from.slotId)),
  );
  const booth = await booths.get(from.place.boothId);
  const place = isBusy || booth === undefined ? undefined : freeSeat([booth], others, from.slotId);
  return place === undefined ? undefined : { slot: slotOf(fair, from.slotId), place };
}

async function conclude(deps: MatchmakingDeps, run: UndoingRun, inHand: InHand): Promise<void> {
  const { runId, fairId, rounds } = run;
  const undone: Undone[] = [];
  for (const round of rounds.keys()) undone.push(...(await wholeList<Undone>(deps.runParts, runId, undoneList(round))));
  const number = (result: Undone["result"]) => undone.filter((one) => one.result === result).length;
  const told = undone.flatMap(({ requester, recipient, result }) =>
    result === "kept"
      ? []
      : [{ requester, recipient, what: result === "movedBack" ? ("moved" as const) : ("cancelled" as const) }],
  );
  const count = await tellPeople(deps, { runId, fairId, about: "undone", told }, inHand);
  if (inHand.signal.aborted) return;
  const now = deps.clock();
  const undo = {
    cancelled: number("cancelled"),
    reopened: number("reopened"),
    movedBack: number("movedBack"),
    kept: number("kept"),
    told: count,
    seconds: Math.max(0, Date.parse(now) - Date.parse(run.undoStartedAt)) / 1_000,
  };
  await inHand.write((state) => finishUndo({ owner: inHand.owner, undo, now }, state));
}
