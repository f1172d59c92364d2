import type { Cause } from "@rialto/persistence/store.types";
import { organizationOf } from "../domain/actor.ts";
import { leaveBooth } from "../domain/leave-booth.ts";
import type { BookingDeps } from "./booking-deps.ts";
import { withFreshClaims } from "./with-fresh-claims.ts";

export interface BookElsewhere {
  readonly meetingId: string;
  /** The booth that is gone. */
  readonly boothId: string;
  readonly now: string;
}

/** Seats a meeting elsewhere, or cancels it when there is no other place for its slot. */
export async function bookElsewhere(deps: BookingDeps, command: BookElsewhere, cause: Cause): Promise<void> {
  const { meetingId, boothId } = command;
  const { state } = await deps.meetings.load(meetingId);
  if (state.status === "none") return;
  const organizations = await Promise.all(
    (["requester", "recipient"] as const).map((side) => deps.organization(organizationOf(state, side))),
  );
  const booths = (await deps.boothsOf(organizations)).filter((booth) => booth.boothId !== boothId);
  await withFreshClaims(
    () => deps.readClaims(state.fairId, { boothIds: booths.map((booth) => booth.boothId) }),
    (taken) => deps.meetings.update(meetingId, (meeting) => leaveBooth({ ...command, booths, taken }, meeting), cause),
  );
}
