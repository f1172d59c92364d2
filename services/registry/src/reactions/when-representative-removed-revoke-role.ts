import { representativeRemoved } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import { type AlignDeps, alignGrant } from "../people/align-grant.ts";

/** Completes what a crash left: a removal whose account still has its grant. */
export const whenRepresentativeRemovedRevokeRole = (deps: AlignDeps) =>
  react(representativeRemoved, "registry.revoke-role", async (envelope) => {
    const { accountId, organizationId } = envelope.data;
    await alignGrant(deps, { accountId, organizationId, now: envelope.time, cause: causedBy(envelope) });
  });
