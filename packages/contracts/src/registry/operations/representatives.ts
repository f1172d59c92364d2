import { z } from "zod";
import { RepresentativeId } from "../../kernel/ids.ts";
import { defineOperation, only } from "../../kernel/operation.ts";
import { atFair } from "../../kernel/policy.ts";
import { registryRefusals } from "../refusals.ts";
import {
  AtOrganization,
  AtRepresentative,
  Email,
  Invitation,
  OrganizationView,
  RepresentativeProfileInput,
  UiLanguage,
} from "../shapes.ts";
import * as example from "./examples.ts";

const atRepresentative = { ...example.atOrganization, representativeId: example.representativeId };
const ownOrOrganizer = atFair("organizer", "exhibitor", "buyer", "partner");

export const addRepresentative = defineOperation({
  id: "addRepresentative",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/organizations/:organizationId/representatives",
  summary: "Let another person act for one's organization; they get an invitation unless the e-mail has an account",
  policy: ownOrOrganizer,
  params: AtOrganization,
  body: z.strictObject({ email: Email, language: UiLanguage, profile: RepresentativeProfileInput }),
  result: z.object({ representativeId: RepresentativeId, version: z.int().positive(), invitation: Invitation.optional() }),
  status: 201,
  refusals: only(
    registryRefusals,
    "ORGANIZATION_NOT_FOUND",
    "NOT_YOUR_ORGANIZATION",
    "REPRESENTATIVE_LIMIT_REACHED",
    "ROLE_LIMIT_REACHED",
  ),
  example: {
    params: example.atOrganization,
    body: { email: "chen.an@lanhai.example", language: "zh", profile: { name: { zh: "陈安（示例）" }, languages: ["zh"] } },
    result: { representativeId: example.representativeId, version: 3, invitation: example.exampleInvitation },
  },
  perMinute: 30,
});

export const renewInvitation = defineOperation({
  id: "renewInvitation",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/organizations/:organizationId/representatives/:representativeId/invitation",
  summary: "A new invitation for a representative who lost the first one; the old one ends",
  policy: ownOrOrganizer,
  params: AtRepresentative,
  result: Invitation,
  status: 201,
  refusals: only(
    registryRefusals,
    "ORGANIZATION_NOT_FOUND",
    "NOT_YOUR_ORGANIZATION",
    "REPRESENTATIVE_NOT_FOUND",
    "INVITATION_NOT_NEEDED",
  ),
  example: { params: atRepresentative, result: example.exampleInvitation },
  perMinute: 30,
});

export const removeRepresentative = defineOperation({
  id: "removeRepresentative",
  context: "registry",
  method: "delete",
  path: "/fairs/:fairId/organizations/:organizationId/representatives/:representativeId",
  summary: "A person no longer acts for one's organization; their sessions end",
  policy: ownOrOrganizer,
  params: AtRepresentative,
  result: OrganizationView,
  refusals: only(
    registryRefusals,
    "ORGANIZATION_NOT_FOUND",
    "NOT_YOUR_ORGANIZATION",
    "REPRESENTATIVE_NOT_FOUND",
    "LAST_REPRESENTATIVE",
  ),
  example: { params: atRepresentative, result: { ...example.exampleOrganization, version: 4 } },
});
