import { representativeAdded } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import { type AlignDeps, alignGrant } from "../people/align-grant.ts";

/** Completes what a crash left: a registration whose account has not got its grant yet. */
export const whenRepresentativeAddedGrantRole = (deps: AlignDeps) =>
  react(representativeAdded, "registry.grant-role", async (envelope) => {
    const { accountId, organizationId } = envelope.data;
    await alignGrant(deps, { accountId, organizationId, now: envelope.time, cause: causedBy(envelope) });
  });
