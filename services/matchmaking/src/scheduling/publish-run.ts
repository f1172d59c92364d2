import type { MatchmakingDeps } from "../deps.ts";
import { type Fair, slotOf } from "../domain/fair.ts";
import { bookingsList, changesList, droppedList, outcomesList, resultList } from "../domain/run-lists.ts";
import type { Booking, Outcome, ProposedMeeting, PublicationChange, UnscheduledWish } from "../domain/schedule-items.ts";
import { isHeldBy, type PublishingRun } from "../domain/schedule-run.ts";
import { finishPublication, planBookings as recordBookings } from "../domain/work-on-schedule-run.ts";
import { carryOut } from "./carry-out.ts";
import { collectFacts } from "./facts.ts";
import type { InHand } from "./in-hand.ts";
import { type PlannedBookings, planBookings, type ToBook } from "./plan-bookings.ts";
import { repairBookings } from "./repair-bookings.ts";
import { type Told, tellPeople } from "./tell-people.ts";
import { wholeList, workThrough } from "./work-through.ts";

/** What loses a race while it is booked is placed anew, so often; after that it is listed. */
const mostRounds = 3;

/**
 * Books a plan, in rounds: what fits as it is or after a repair, then what lost a race meanwhile. Everything that was
 * decided or done is on disk before the next step, so that another replica goes on where this one ends.
 */
export async function publishRun(deps: MatchmakingDeps, run: PublishingRun, inHand: InHand): Promise<void> {
  const fair = await deps.fair(run.fairId);
  let current = run;
  for (let round = 0; round < mostRounds; round += 1) {
    if (current.rounds.length <= round) {
      const planned = await planRound(deps, current, round, inHand);
      if (planned === undefined) return;
      current = planned;
    }
    if (!(await bookRound(deps, current, round, fair, inHand))) return;
    const outcomes = await wholeList<Outcome>(deps.runParts, run.runId, outcomesList(round));
    if (outcomes.every(({ done }) => done)) break;
  }
  await conclude(deps, current, fair, inHand);
}

/** Decides what is to be booked and where, and writes it down. Nothing when the run is no longer ours. */
async function planRound(
  deps: MatchmakingDeps,
  run: PublishingRun,
  round: number,
  inHand: InHand,
): Promise<PublishingRun | undefined> {
  await inHand.report({ stage: "repairing" });
  const planned = await bookingsOf(deps, run, round);
  const chunks = await deps.runParts.write(run.runId, bookingsList(round), planned.bookings);
  await deps.runParts.write(run.runId, droppedList(round), planned.changes);
  if (inHand.signal.aborted) return undefined;
  const bookings = planned.bookings.length;
  const { owner } = inHand;
  const now = deps.clock();
  const state = await inHand.write((current) => recordBookings({ owner, round, chunks, bookings, now }, current));
  return state.status === "publishing" && isHeldBy(state, owner) ? state : undefined;
}

async function bookingsOf(deps: MatchmakingDeps, run: PublishingRun, round: number): Promise<PlannedBookings> {
  if (run.kind === "repair") {
    if (round > 0) return { bookings: [], changes: [] };
    const moved = await wholeList<ProposedMeeting>(deps.runParts, run.runId, resultList("meetings", run));
    const given = await wholeList<UnscheduledWish>(deps.runParts, run.runId, resultList("unscheduled", run));
    return repairBookings(deps, run, moved, given);
  }
  const wanted = await toBook(deps, run, round);
  const facts = await collectFacts(deps, run.fairId, {}, deps.clock());
  return planBookings(facts, wanted, run.rules);
}

/** In the first round the plan; later what could not be booked in the round before. */
async function toBook({ runParts }: MatchmakingDeps, run: PublishingRun, round: number): Promise<ToBook[]> {
  const { runId } = run;
  const proposed = await wholeList<ProposedMeeting>(runParts, runId, resultList("meetings", run));
  if (round === 0) return proposed.map((one) => ({ ...one, planned: { slotId: one.slotId, boothId: one.boothId } }));
  const known = new Map(proposed.map((one) => [one.meetingId, one]));
  const refused = (await wholeList<Outcome>(runParts, runId, outcomesList(round - 1))).filter(({ done }) => !done);
  return refused.map(({ meetingId, requester, recipient, planned }) => {
    // What had become a request since the run is known under the request's id.
    const { weight, source } = known.get(meetingId) ?? { weight: 1, source: "request" as const };
    return { meetingId, requester, recipient, planned, weight, source };
  });
}

/** False when it was aborted. */
async function bookRound(
  deps: MatchmakingDeps,
  { runId, rounds }: PublishingRun,
  round: number,
  fair: Fair,
  inHand: InHand,
): Promise<boolean> {
  const { chunks = 0 } = rounds[round] ?? {};
  const total = rounds.reduce((sum, { bookings }) => sum + bookings, 0);
  let done = total - (rounds[round]?.bookings ?? 0);
  await inHand.report({ stage: "booking", done, total });
  return workThrough<Booking, Outcome>(deps.runParts, {
    runId,
    from: bookingsList(round),
    to: outcomesList(round),
    chunks,
    signal: inHand.signal,
    work: (booking) => carryOut(deps, { runId, fair, booking }, inHand.cause),
    count(items) {
      done += items;
      void inHand.report({ stage: "booking", done, total });
    },
  });
}

/** Writes what became otherwise than planned, tells everybody, and ends the publication. */
async function conclude(deps: MatchmakingDeps, run: PublishingRun, fair: Fair, inHand: InHand): Promise<void> {
  const { runId, fairId } = run;
  const outcomes = new Map<string, Outcome>();
  const changes = new Map<string, PublicationChange>();
  for (let round = 0; round < run.rounds.length; round += 1) {
    for (const change of await wholeList<PublicationChange>(deps.runParts, runId, droppedList(round)))
      changes.set(change.meetingId, change);
    for (const outcome of await wholeList<Outcome>(deps.runParts, runId, outcomesList(round)))
      outcomes.set(outcome.meetingId, outcome);
  }
  const done = [...outcomes.values()].filter((outcome) => outcome.done);
  for (const outcome of outcomes.values())
    if (!outcome.done && changes.get(outcome.meetingId)?.kind !== "dropped") changes.set(outcome.meetingId, lost(outcome));
  const listed = [...changes.values()];
  await deps.runParts.write(runId, changesList, listed);
  const told = done.map((outcome) => toldOf(fair, outcome));
  const count = await tellPeople(deps, { runId, fairId, about: "published", told }, inHand);
  if (inHand.signal.aborted) return;
  const now = deps.clock();
  const publication = {
    booked: done.length,
    changed: listed.filter(({ kind }) => kind === "changed").length,
    dropped: listed.filter(({ kind }) => kind === "dropped").length,
    told: count,
    seconds: Math.max(0, Date.parse(now) - Date.parse(run.publicationStartedAt)) / 1_000,
  };
  await inHand.write((state) => finishPublication({ owner: inHand.owner, publication, now }, state));
}

const lost = ({ meetingId, requester, recipient, planned, code = "SLOT_TAKEN" }: Outcome): PublicationChange => ({
  meetingId,
  requesterOrganizationId: requester.organizationId,
  recipientOrganizationId: recipient.organizationId,
  kind: "dropped",
  planned,
  code,
  reason: { en: "others were faster, time and again", zh: "多次尝试均被他人抢先" },
});

function toldOf(fair: Fair, { requester, recipient, to, from }: Outcome): Told {
  if (to === undefined) return { requester, recipient, what: "cancelled" };
  return { requester, recipient, what: from === undefined ? "added" : "moved", startsAt: slotOf(fair, to.slotId).startsAt };
}
