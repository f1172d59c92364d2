import { boothsLaidOut } from "@rialto/contracts/venue/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import type { VenueDeps } from "../deps.ts";
import { planLaidOutBooths } from "../occupancy/plan-laid-out-booths.ts";

/** Completes what a crash left: a layout whose booths cannot be held yet. */
export const whenBoothsLaidOutPlanThem = (deps: VenueDeps) =>
  react(boothsLaidOut, "venue.plan-laid-out-booths", async (envelope) => {
    const { fairId, hallId, booths, laidOutAt } = envelope.data;
    await planLaidOutBooths(deps, { fairId, hallId, booths, now: laidOutAt, cause: causedBy(envelope) });
  });
