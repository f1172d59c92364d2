import { nameHsCodes, proposeHsCodes } from "./operations/hs-codes.ts";
import { changeNeed, listNeeds, publishNeed, withdrawNeed } from "./operations/needs.ts";
import { changeOffer, listOffers, publishOffer, withdrawOffer } from "./operations/offers.ts";
import {
  changeOrganization,
  getOrganization,
  listOrganizations,
  rejectOrganization,
  verifyOrganization,
} from "./operations/organizations.ts";
import { acceptInvitation, registerOrganization, registerOrganizationFor } from "./operations/registration.ts";
import { addRepresentative, removeRepresentative, renewInvitation } from "./operations/representatives.ts";
import { grantRole, listRoles, revokeRole } from "./operations/roles.ts";
import { changePassword, me, publishedKeys, refreshSession, signIn, signOut, signOutEverywhere } from "./operations/sessions.ts";

/** Everything the registry can be asked to do. */
export const registryOperations = {
  registerOrganization,
  registerOrganizationFor,
  acceptInvitation,
  listOrganizations,
  getOrganization,
  changeOrganization,
  verifyOrganization,
  rejectOrganization,
  addRepresentative,
  renewInvitation,
  removeRepresentative,
  publishOffer,
  changeOffer,
  withdrawOffer,
  listOffers,
  publishNeed,
  changeNeed,
  withdrawNeed,
  listNeeds,
  proposeHsCodes,
  nameHsCodes,
  signIn,
  refreshSession,
  signOut,
  signOutEverywhere,
  changePassword,
  me,
  publishedKeys,
  grantRole,
  revokeRole,
  listRoles,
} as const;
