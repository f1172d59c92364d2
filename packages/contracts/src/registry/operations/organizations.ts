import { z } from "zod";
import { defineOperation, only, PageQuery, pageOf } from "../../kernel/operation.ts";
import { atFair, everyFairRole } from "../../kernel/policy.ts";
import { CountryCode, line, OrganizationRole, prose } from "../../kernel/values.ts";
import { registryRefusals } from "../refusals.ts";
import {
  AtFair,
  AtOrganization,
  NeedView,
  OfferView,
  OrganizationItem,
  OrganizationProfileInput,
  OrganizationStatus,
  OrganizationView,
} from "../shapes.ts";
import * as example from "./examples.ts";

export const listOrganizations = defineOperation({
  id: "listOrganizations",
  context: "registry",
  method: "get",
  path: "/fairs/:fairId/organizations",
  summary:
    "The fair's organizations by name. Organizers and zone managers see every status; everybody else sees verified ones only",
  policy: atFair(...everyFairRole),
  params: AtFair,
  query: z.strictObject({
    ...PageQuery.shape,
    status: OrganizationStatus.optional(),
    role: OrganizationRole.optional(),
    country: CountryCode.optional(),
    /** The beginning of a word of the name, or any part of a Chinese name. Several words: all must occur. */
    q: line(100).optional(),
  }),
  result: pageOf(OrganizationItem),
  example: {
    params: example.atFair,
    query: { q: "lanhai", role: "exhibitor" },
    result: {
      items: [
        {
          organizationId: example.organizationId,
          version: 3,
          status: "verified",
          role: "exhibitor",
          name: example.profile.name,
          country: "CN",
        },
      ],
    },
  },
});

export const getOrganization = defineOperation({
  id: "getOrganization",
  context: "registry",
  method: "get",
  path: "/fairs/:fairId/organizations/:organizationId",
  summary: "One organization with its representatives, offers and needs",
  policy: atFair(...everyFairRole),
  params: AtOrganization,
  result: OrganizationView.extend({ offers: z.array(OfferView).max(200), needs: z.array(NeedView).max(200) }),
  refusals: only(registryRefusals, "ORGANIZATION_NOT_FOUND"),
  example: {
    params: example.atOrganization,
    result: {
      ...example.exampleOrganization,
      offers: [{ offerId: example.offerId, version: 1, content: example.offerContent, publishedAt: "2026-08-02T04:00:00.000Z" }],
      needs: [],
    },
  },
});

export const changeOrganization = defineOperation({
  id: "changeOrganization",
  context: "registry",
  method: "put",
  path: "/fairs/:fairId/organizations/:organizationId/profile",
  summary: "Replace the profile of one's own organization; an organizer may do it for any",
  policy: atFair("organizer", "exhibitor", "buyer", "partner"),
  params: AtOrganization,
  body: OrganizationProfileInput,
  result: OrganizationView,
  refusals: only(registryRefusals, "ORGANIZATION_NOT_FOUND", "NOT_YOUR_ORGANIZATION", "ORGANIZATION_ROLE_FIXED"),
  example: {
    params: example.atOrganization,
    body: { ...example.profile, languages: ["zh", "en", "es"] },
    result: { ...example.exampleOrganization, version: 3, profile: { ...example.profile, languages: ["zh", "en", "es"] } },
  },
});

export const verifyOrganization = defineOperation({
  id: "verifyOrganization",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/organizations/:organizationId/verification",
  summary: "Admit an organization to the fair, also after a rejection",
  policy: atFair("organizer"),
  params: AtOrganization,
  result: OrganizationView,
  refusals: only(registryRefusals, "ORGANIZATION_NOT_FOUND"),
  example: {
    params: example.atOrganization,
    result: { ...example.exampleOrganization, version: 3, status: "verified" },
  },
});

export const rejectOrganization = defineOperation({
  id: "rejectOrganization",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/organizations/:organizationId/rejection",
  summary: "Do not admit an organization, or no longer; it reads the reason",
  policy: atFair("organizer"),
  params: AtOrganization,
  body: z.strictObject({ reason: prose(1_000) }),
  result: OrganizationView,
  refusals: only(registryRefusals, "ORGANIZATION_NOT_FOUND"),
  example: {
    params: example.atOrganization,
    body: { reason: "The business licence could not be read." },
    result: {
      ...example.exampleOrganization,
      version: 3,
      status: "rejected",
      reason: "The business licence could not be read.",
    },
  },
});
