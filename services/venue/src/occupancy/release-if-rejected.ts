import type { Cause } from "@rialto/persistence/store.types";
import type { VenueDeps } from "../deps.ts";
import { releaseForRejected } from "../domain/release-for-rejected.ts";
import { stepOf } from "./step-of.ts";

/** Releases what a rejected organization holds or has, and says whether it is rejected; one that is verified again keeps it. */
export async function releaseIfRejected(
  { booths, organizations, clock }: VenueDeps,
  organizationId: string,
  cause: Cause,
): Promise<boolean> {
  if ((await organizations.get(organizationId))?.status !== "rejected") return false;
  for (const boothId of await booths.idsOf(organizationId)) {
    const command = { organizationId, now: clock() };
    await booths.store.update(boothId, (state) => releaseForRejected(command, state), stepOf(cause));
  }
  return true;
}
