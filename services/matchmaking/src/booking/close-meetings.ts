import type { Cause } from "@rialto/persistence/store.types";
import { type ClosingReason, closeBySystem } from "../domain/close-by-system.ts";
import type { Meetings } from "../store/meetings.ts";
import { type OpenMattersOf, openMatters } from "../store/open-matters.ts";

interface ClosingDeps {
  readonly meetings: Meetings;
  readonly clock: () => string;
}

/** Ends the open requests and the meetings to come of an organization or a person. What is closed already stays as it is. */
export async function closeMeetings(
  { meetings, clock }: ClosingDeps,
  whose: OpenMattersOf,
  reason: ClosingReason,
  cause: Cause,
): Promise<void> {
  for (const meetingId of await openMatters(meetings, whose)) {
    const command = { reason, now: clock() };
    await meetings.update(meetingId, (state) => closeBySystem(command, state), cause);
  }
}
