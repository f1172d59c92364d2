import { assignBooth, holdBooth } from "@rialto/contracts/venue/operations/occupancy";
import { atOnce } from "../at-once.ts";
import type { Caller } from "../people.ts";
import { heardOf } from "../until.ts";
import type { PlannedBooth } from "./plan-fair.ts";
import type { Present } from "./register-organizations.ts";

const AT_ONCE = 8;
/** Exhibitors that have chosen a booth and wait for the organizer. */
const HOLDING = 3;

/** A booth for every verified exhibitor, in the zone of its trade while there is room; the last few only hold theirs. */
export async function assignBooths(
  organizer: Caller,
  fairId: string,
  exhibitors: readonly Present[],
  booths: readonly PlannedBooth[],
): Promise<void> {
  const free = [...booths];
  const take = (zone: string) =>
    free.splice(
      Math.max(
        0,
        free.findIndex(({ code }) => code.startsWith(zone)),
      ),
      1,
    )[0];
  const places = exhibitors.map((exhibitor) => ({ exhibitor, booth: take(exhibitor.zone) }));
  await atOnce(AT_ONCE, places, async ({ exhibitor, booth }, index) => {
    if (booth === undefined) return;
    const { organizationId, person, key } = exhibitor;
    const input = { params: { fairId, boothId: booth.boothId }, body: { organizationId } };
    const holds = index >= places.length - HOLDING;
    await heardOf(["NOT_YOUR_EXHIBITOR", "EXHIBITOR_NOT_VERIFIED", "EXHIBITOR_NOT_FOUND"], () =>
      holds
        ? person.client.call(holdBooth, { ...input, idempotencyKey: `seed-hold-${key}` })
        : organizer.client.call(assignBooth, { ...input, idempotencyKey: `seed-assign-${key}` }),
    );
  });
}
