import type { Stored } from "@rialto/persistence/store.types";
import type { VenueDeps } from "../deps.ts";
import { atFair, type Booth } from "../domain/booth.ts";
import { namesOf } from "../store/organizations.ts";
import { presentOccupancy, shownOrganizationId } from "./present-occupancy.ts";
import type { Viewer } from "./viewer.ts";

export interface Presenting {
  readonly fairId: string;
  readonly viewer: Viewer;
  readonly now: string;
}

/** Throws `BOOTH_NOT_FOUND` when it stands at another fair. */
export async function presentBooth(
  { organizations }: VenueDeps,
  stored: Pick<Stored<Booth>, "version" | "state">,
  presenting: Presenting,
) {
  const booth = atFair(presenting.fairId, stored.state);
  const shown = shownOrganizationId(booth, presenting);
  const names = await namesOf(organizations, shown === undefined ? [] : [shown]);
  const { id, fairId, hallId, zoneId, code, kind, outline, meetingCapacity } = booth;
  return {
    boothId: id,
    fairId,
    hallId,
    zoneId,
    version: stored.version,
    code,
    kind,
    outline,
    meetingCapacity,
    ...presentOccupancy(booth, { ...presenting, names }),
    reason: booth.status === "blocked" ? booth.reason : undefined,
  };
}
