import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { type ExistingBooth, holdIsOver } from "../domain/booth.ts";
import type { Viewer } from "./viewer.ts";

export interface Looking {
  readonly viewer: Viewer;
  readonly names: ReadonlyMap<string, LocalizedName>;
  readonly now: string;
}

/** The organization whose name belongs on the plan: of a hold only for those whom it concerns. */
export function shownOrganizationId(booth: ExistingBooth, { viewer, now }: Omit<Looking, "names">): string | undefined {
  if (booth.status === "assigned") return booth.organizationId;
  if (booth.status !== "held" || holdIsOver(booth, now)) return undefined;
  return viewer.runsFair || viewer.ownOrganizationIds.includes(booth.organizationId) ? booth.organizationId : undefined;
}

/** A hold that is over counts as available, as it does for the next holder. */
export function presentOccupancy(booth: ExistingBooth, looking: Looking) {
  const { names, now } = looking;
  const organizationId = shownOrganizationId(booth, looking);
  const over = booth.status === "held" && holdIsOver(booth, now);
  return {
    status: over ? ("available" as const) : booth.status,
    organizationId,
    name: names.get(organizationId ?? ""),
    holdExpiresAt: booth.status === "held" && organizationId !== undefined ? booth.holdExpiresAt : undefined,
  };
}
