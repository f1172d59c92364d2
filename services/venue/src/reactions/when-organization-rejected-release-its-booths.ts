import { organizationRejected } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import type { VenueDeps } from "../deps.ts";
import { releaseIfRejected } from "../occupancy/release-if-rejected.ts";
import { NOTE_ORGANIZATION } from "./note-organization.ts";

/**
 * Noted first, then released by what is noted: delivered again after a crash it completes the release, and delivered again
 * after a later verification it releases nothing.
 */
export const whenOrganizationRejectedReleaseItsBooths = (deps: VenueDeps) =>
  react(organizationRejected, NOTE_ORGANIZATION, async (envelope) => {
    const { organizationId } = envelope.data;
    await deps.organizations.apply(organizationId, envelope, (row) => row && { ...row, status: "rejected" });
    await releaseIfRejected(deps, organizationId, causedBy(envelope));
  });
