import type { Clock } from "@rialto/service-kit/clock";
import type { Platform } from "@rialto/service-kit/platform";
import { type Booths, createBooths } from "./store/booths.ts";
import { createFairs, type Fairs } from "./store/fairs.ts";
import { createLayouts, type Layouts } from "./store/layouts.ts";
import { createOrganizations, type Organizations } from "./store/organizations.ts";

/** What routes, reactions and schedules work with. */
export interface VenueDeps {
  readonly fairs: Fairs;
  readonly layouts: Layouts;
  readonly booths: Booths;
  readonly organizations: Organizations;
  readonly clock: Clock;
}

export const createVenueDeps = ({ connection, clock }: Pick<Platform, "connection" | "clock">): VenueDeps => ({
  fairs: createFairs(connection),
  layouts: createLayouts(connection),
  booths: createBooths(connection),
  organizations: createOrganizations(connection),
  clock,
});
