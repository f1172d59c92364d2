import { defineOperation, only, pageOf } from "../../kernel/operation.ts";
import { atFair, everyFairRole } from "../../kernel/policy.ts";
import { registryRefusals } from "../refusals.ts";
import { AtFair, AtNeed, AtOrganization, ListingContentInput, ListingOwner, NeedView } from "../shapes.ts";
import * as example from "./examples.ts";
import { ListingQuery, listingPolicy, publishRefusals } from "./listings.ts";

const changeRefusals = only(registryRefusals, "NEED_NOT_FOUND", "NOT_YOUR_ORGANIZATION", "ORGANIZATION_IS_REJECTED");
const atNeed = { fairId: example.fairId, needId: example.needId };
const exampleNeed = {
  needId: example.needId,
  version: 1,
  content: example.needContent,
  publishedAt: "2026-08-02T04:00:00.000Z",
};

export const publishNeed = defineOperation({
  id: "publishNeed",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/organizations/:organizationId/needs",
  summary: "Say what one's organization seeks",
  policy: listingPolicy,
  params: AtOrganization,
  body: ListingContentInput,
  result: NeedView,
  status: 201,
  refusals: publishRefusals,
  example: { params: example.atOrganization, body: example.needContent, result: exampleNeed },
});

export const changeNeed = defineOperation({
  id: "changeNeed",
  context: "registry",
  method: "put",
  path: "/fairs/:fairId/needs/:needId",
  summary: "Replace the text and the codes of one's own need",
  policy: listingPolicy,
  params: AtNeed,
  body: ListingContentInput,
  result: NeedView,
  refusals: changeRefusals,
  example: { params: atNeed, body: example.needContent, result: { ...exampleNeed, version: 2 } },
});

export const withdrawNeed = defineOperation({
  id: "withdrawNeed",
  context: "registry",
  method: "delete",
  path: "/fairs/:fairId/needs/:needId",
  summary: "Take one's own need back; an organizer may take back any",
  policy: atFair("organizer", "exhibitor", "buyer", "partner"),
  params: AtNeed,
  result: NeedView.pick({ needId: true, version: true }),
  refusals: only(registryRefusals, "NEED_NOT_FOUND", "NOT_YOUR_ORGANIZATION"),
  example: { params: atNeed, result: { needId: example.needId, version: 2 } },
});

export const listNeeds = defineOperation({
  id: "listNeeds",
  context: "registry",
  method: "get",
  path: "/fairs/:fairId/needs",
  summary: "The needs of verified organizations, newest first; one's own organization's whatever its status",
  policy: atFair(...everyFairRole),
  params: AtFair,
  query: ListingQuery,
  result: pageOf(NeedView.extend({ organization: ListingOwner })),
  example: {
    params: example.atFair,
    query: { q: "denim", hsCode: "62" },
    result: {
      items: [
        {
          ...exampleNeed,
          organization: { organizationId: example.organizationId, name: example.profile.name, country: "CN", role: "exhibitor" },
        },
      ],
    },
  },
});
