import { venueOperations } from "@rialto/contracts/venue/operations";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { UniqueConflict } from "@rialto/persistence/errors";
import type { Cause } from "@rialto/persistence/store.types";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { hallOf, mustBePlanned } from "../domain/fair.ts";
import { boothIdFor, type LayOutBooths, layOutBooths } from "../domain/lay-out-booths.ts";
import { boothsOf } from "../domain/layout.ts";
import { planLaidOutBooths } from "../occupancy/plan-laid-out-booths.ts";
import { stepOf } from "../occupancy/step-of.ts";

const BODY_LIMIT_BYTES = 128 * 1024;

async function layOut({ layouts }: VenueDeps, command: LayOutBooths, cause: Cause) {
  try {
    return await layouts.update(command.hallId, (state) => layOutBooths(command, state), stepOf(cause));
  } catch (error) {
    if (!(error instanceof UniqueConflict)) throw error;
    throw refuseInVenue("BOOTH_CODE_TAKEN", { code: error.keyValue["state.codes"] });
  }
}

/** The layout is the one write that decides; the booths follow from it here, or after a crash by a reaction to it. */
export const planBoothsRoute = (deps: VenueDeps) =>
  route(
    venueOperations.planBooths,
    async ({ params: { fairId }, body: { hallId, booths }, cause, now }) => {
      const fair = mustBePlanned((await deps.fairs.store.load(fairId)).state);
      hallOf(fair, hallId);
      const zones = fair.zones.filter((zone) => zone.hallId === hallId);
      const { state } = await layOut(deps, { fairId, hallId, zones, booths, now }, cause);
      const wanted = new Set(booths.map(({ code }) => code));
      const laidOut = boothsOf(state).filter(({ code }) => wanted.has(code));
      await planLaidOutBooths(deps, { fairId, hallId, booths: laidOut, now, cause });
      return { booths: booths.map(({ code }) => ({ boothId: boothIdFor(fairId, code), code })) };
    },
    { bodyLimitBytes: BODY_LIMIT_BYTES },
  );
