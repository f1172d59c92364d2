import { z } from "zod";
import { AccountId, OrganizationId, RepresentativeId } from "../../kernel/ids.ts";
import { defineOperation, only } from "../../kernel/operation.ts";
import { anyone, atFair } from "../../kernel/policy.ts";
import { registryRefusals } from "../refusals.ts";
import {
  AtFair,
  Email,
  Invitation,
  InvitationToken,
  OrganizationProfileInput,
  Password,
  RepresentativeProfileInput,
  Session,
  UiLanguage,
} from "../shapes.ts";
import * as example from "./examples.ts";

const Registered = z.object({
  organizationId: OrganizationId,
  representativeId: RepresentativeId,
  accountId: AccountId,
  version: z.int().positive(),
});
const exampleRegistered = {
  organizationId: example.organizationId,
  representativeId: example.representativeId,
  accountId: example.accountId,
  version: 2,
};
const newcomer = { organization: example.profile, representative: example.representativeProfile };

export const registerOrganization = defineOperation({
  id: "registerOrganization",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/registrations",
  summary:
    "Register an organization, its first representative and that person's account. Safe to repeat: the same account and the same organization name are one registration",
  policy: anyone,
  params: AtFair,
  body: z.strictObject({
    organization: OrganizationProfileInput,
    representative: RepresentativeProfileInput,
    email: Email,
    password: Password,
    language: UiLanguage,
  }),
  result: Registered.extend({ session: Session }),
  status: 201,
  refusals: only(
    registryRefusals,
    "FAIR_NOT_FOUND",
    "EMAIL_HAS_ACCOUNT",
    "PASSWORD_TOO_EASY",
    "TOO_MANY_SIGN_INS",
    "ORGANIZATION_ALREADY_REGISTERED",
    "ROLE_LIMIT_REACHED",
  ),
  example: {
    params: example.atFair,
    body: { ...newcomer, email: "lin.yue@lanhai.example", password: "salt-bridge-42-lanterns", language: "zh" },
    result: { ...exampleRegistered, session: example.exampleSession },
  },
  perMinute: 60,
});

export const registerOrganizationFor = defineOperation({
  id: "registerOrganizationFor",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/organizations",
  summary: "Register an organization on its behalf; its representative gets an invitation unless the e-mail has an account",
  policy: atFair("organizer"),
  params: AtFair,
  body: z.strictObject({
    organization: OrganizationProfileInput,
    representative: RepresentativeProfileInput,
    email: Email,
    language: UiLanguage,
  }),
  result: Registered.extend({ invitation: Invitation.optional() }),
  status: 201,
  refusals: only(registryRefusals, "FAIR_NOT_FOUND", "ORGANIZATION_ALREADY_REGISTERED", "ROLE_LIMIT_REACHED"),
  example: {
    params: example.atFair,
    body: { ...newcomer, email: "lin.yue@lanhai.example", language: "zh" },
    result: { ...exampleRegistered, invitation: example.exampleInvitation },
  },
});

export const acceptInvitation = defineOperation({
  id: "acceptInvitation",
  context: "registry",
  method: "post",
  path: "/invitations/acceptance",
  summary: "Turn an invitation into an account by choosing a password; signs in",
  policy: anyone,
  body: z.strictObject({ token: InvitationToken, password: Password }),
  result: Session,
  refusals: only(registryRefusals, "INVITATION_NOT_VALID", "PASSWORD_TOO_EASY"),
  example: {
    body: { token: example.exampleInvitation.token, password: "salt-bridge-42-lanterns" },
    result: example.exampleSession,
  },
  perMinute: 30,
});
