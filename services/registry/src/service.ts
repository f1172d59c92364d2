import { defineService, type ServiceDefinition } from "@rialto/service-kit/define-service";
import type { Platform } from "@rialto/service-kit/platform";
import type { RegistryConfig } from "./config.ts";
import { createRegistryDeps, type RegistryDeps } from "./deps.ts";
import { firstSteps } from "./first-steps.ts";
import { acceptInvitationRoute } from "./http/accept-invitation.ts";
import { addRepresentativeRoute } from "./http/add-representative.ts";
import { changeNeedRoute } from "./http/change-need.ts";
import { changeOfferRoute } from "./http/change-offer.ts";
import { changeOrganizationRoute } from "./http/change-organization.ts";
import { changePasswordRoute } from "./http/change-password.ts";
import { getOrganizationRoute } from "./http/get-organization.ts";
import { grantRoleRoute } from "./http/grant-role.ts";
import { listNeedsRoute } from "./http/list-needs.ts";
import { listOffersRoute } from "./http/list-offers.ts";
import { listOrganizationsRoute } from "./http/list-organizations.ts";
import { listRolesRoute } from "./http/list-roles.ts";
import { meRoute } from "./http/me.ts";
import { nameHsCodesRoute } from "./http/name-hs-codes.ts";
import { proposeHsCodesRoute } from "./http/propose-hs-codes.ts";
import { publishNeedRoute } from "./http/publish-need.ts";
import { publishOfferRoute } from "./http/publish-offer.ts";
import { publishedKeysRoute } from "./http/published-keys.ts";
import { refreshSessionRoute } from "./http/refresh-session.ts";
import { registerOrganizationRoute } from "./http/register-organization.ts";
import { registerOrganizationForRoute } from "./http/register-organization-for.ts";
import { rejectOrganizationRoute } from "./http/reject-organization.ts";
import { removeRepresentativeRoute } from "./http/remove-representative.ts";
import { renewInvitationRoute } from "./http/renew-invitation.ts";
import { revokeRoleRoute } from "./http/revoke-role.ts";
import { signInRoute } from "./http/sign-in.ts";
import { signOutRoute } from "./http/sign-out.ts";
import { signOutEverywhereRoute } from "./http/sign-out-everywhere.ts";
import { verifyOrganizationRoute } from "./http/verify-organization.ts";
import { withdrawNeedRoute } from "./http/withdraw-need.ts";
import { withdrawOfferRoute } from "./http/withdraw-offer.ts";
import type { OwnKeys } from "./own-keys.ts";
import { whenFairPlannedNoteFair } from "./reactions/when-fair-planned-note-fair.ts";
import { whenRepresentativeAddedGrantRole } from "./reactions/when-representative-added-grant-role.ts";
import { whenRepresentativeRemovedRevokeRole } from "./reactions/when-representative-removed-revoke-role.ts";
import { refreshSigningKeys } from "./schedules/refresh-signing-keys.ts";

const routesOf = (deps: RegistryDeps) => [
  registerOrganizationRoute(deps),
  registerOrganizationForRoute(deps),
  acceptInvitationRoute(deps),
  listOrganizationsRoute(deps),
  getOrganizationRoute(deps),
  changeOrganizationRoute(deps),
  verifyOrganizationRoute(deps),
  rejectOrganizationRoute(deps),
  addRepresentativeRoute(deps),
  renewInvitationRoute(deps),
  removeRepresentativeRoute(deps),
  publishOfferRoute(deps),
  changeOfferRoute(deps),
  withdrawOfferRoute(deps),
  listOffersRoute(deps),
  publishNeedRoute(deps),
  changeNeedRoute(deps),
  withdrawNeedRoute(deps),
  listNeedsRoute(deps),
  proposeHsCodesRoute(deps),
  nameHsCodesRoute(deps),
  signInRoute(deps),
  refreshSessionRoute(deps),
  signOutRoute(deps),
  signOutEverywhereRoute(deps),
  changePasswordRoute(deps),
  meRoute(deps),
  publishedKeysRoute(deps),
  grantRoleRoute(deps),
  revokeRoleRoute(deps),
  listRolesRoute(deps),
];

export const reactionsOf = (deps: RegistryDeps) => [
  whenFairPlannedNoteFair(deps),
  whenRepresentativeAddedGrantRole(deps),
  whenRepresentativeRemovedRevokeRole(deps),
];

/** Everything the registry does, by name. */
export function composeRegistry(platform: Platform, config: RegistryConfig, ownKeys: OwnKeys): ServiceDefinition {
  const deps = createRegistryDeps(platform, config);
  ownKeys.use(deps.signing.verifyingKeys);

  return defineService("registry", {
    routes: routesOf(deps),
    reactions: reactionsOf(deps),
    schedules: [refreshSigningKeys(deps)],
    stores: [deps.organizations.store, deps.accounts.store, deps.offers.store, deps.needs.store],
    projections: [deps.fairs, deps.families, deps.attempts, deps.storedKeys],
    workers: [firstSteps(deps, platform, config)],
  });
}
