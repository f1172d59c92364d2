import { Refusal } from "@rialto/contracts/kernel/refusal";
import { UniqueConflict } from "@rialto/persistence/errors";
import type { Cause } from "@rialto/persistence/store.types";
import type { MatchmakingDeps } from "../deps.ts";
import { bookByRun } from "../domain/book-by-run.ts";
import { type Fair, slotOf } from "../domain/fair.ts";
import { repairByRun } from "../domain/repair-by-run.ts";
import type { Booking, Outcome } from "../domain/schedule-items.ts";

/** One booking of a publication, by one conditional write under the claims. Says what became of it; done twice it is done once. */
export async function carryOut(
  { meetings, clock }: Pick<MatchmakingDeps, "meetings" | "clock">,
  { runId, fair, booking }: { readonly runId: string; readonly fair: Fair; readonly booking: Booking },
  cause: Cause,
): Promise<Outcome> {
  const { meetingId, requester, recipient, to, from } = booking;
  const { fairId } = fair;
  const now = clock();
  try {
    const target = to === undefined ? undefined : { requester, recipient, slot: slotOf(fair, to.slotId), place: to.place };
    if (from !== undefined) {
      const command = { runId, fromSlotId: from.slotId, ...(target === undefined ? {} : { to: target }), now };
      await meetings.update(meetingId, (state) => repairByRun(command, state), cause);
    } else if (target !== undefined) {
      await meetings.update(meetingId, (state) => bookByRun({ runId, meetingId, fairId, ...target, now }, state), cause);
    }
    return { ...booking, done: true };
  } catch (error) {
    if (error instanceof Refusal) return { ...booking, done: false, code: error.code };
    if (error instanceof UniqueConflict) return { ...booking, done: false, code: "SLOT_TAKEN" };
    throw error;
  }
}
