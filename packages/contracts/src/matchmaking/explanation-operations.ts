import { z } from "zod";
import { FairId, OrganizationId } from "../kernel/ids.ts";
import { defineOperation, only } from "../kernel/operation.ts";
import { atFair } from "../kernel/policy.ts";
import { LocalizedName } from "../kernel/values.ts";
import { Recommendation } from "./events.ts";
import { examples } from "./examples.ts";
import { matchmakingRefusals } from "./refusals.ts";

const context = "matchmaking";
const { fairId, exhibitorId, buyerId, recommendation } = examples;

/** Something to say about a pair, with its sentence. */
const Remark = z.object({ code: z.string().max(40), text: LocalizedName });

export const explainRecommendation = defineOperation({
  id: "explainRecommendation",
  context,
  method: "get",
  path: "/fairs/:fairId/recommendations/:organizationId/explanation",
  summary: "Why an organization is, or is not, recommended to mine, and what would raise the chances",
  policy: atFair("exhibitor", "buyer", "partner"),
  params: z.object({ fairId: FairId, organizationId: OrganizationId }),
  query: z.strictObject({ actingOrganizationId: OrganizationId.optional() }),
  result: z.object({
    organizationId: OrganizationId,
    isRecommended: z.boolean(),
    recommendation: Recommendation,
    /** Why it is not recommended; empty when it is. What the other side thinks of mine is never told. */
    obstacles: z.array(Remark).max(20),
    advice: z.array(Remark).max(40),
  }),
  refusals: only(
    matchmakingRefusals,
    "ACTING_ORGANIZATION_UNCLEAR",
    "NOT_A_REPRESENTATIVE",
    "OWN_ORGANIZATION_NOT_VERIFIED",
    "OTHER_ORGANIZATION_NOT_FOUND",
  ),
  example: {
    params: { fairId, organizationId: exhibitorId },
    query: {},
    result: {
      organizationId: buyerId,
      isRecommended: true,
      recommendation: {
        organizationId: exhibitorId,
        score: recommendation.score,
        fit: recommendation.fit,
        reasons: recommendation.reasons,
      },
      obstacles: [],
      advice: [{ code: "ANSWER_MISSING", text: { en: "They lack certificates: GOTS", zh: "对方缺少认证：GOTS" } }],
    },
  },
});

export const reportOnRecommendations = defineOperation({
  id: "reportOnRecommendations",
  context,
  method: "get",
  path: "/fairs/:fairId/recommendations-report",
  summary: "How evenly the lists spread attention: on how many lists each organization is, and who has no good match",
  policy: atFair("organizer"),
  params: z.object({ fairId: FairId }),
  result: z.object({
    members: z.int().min(0),
    /** On how many lists an organization is. Gini: 0 all alike, 1 one has everything. */
    exposure: z.object({
      mean: z.number().min(0),
      gini: z.number().min(0).max(1),
      worstTenthMean: z.number().min(0),
      least: z.number().min(0),
      most: z.number().min(0),
    }),
    /** Share of organizations with a good match on their list. */
    coverage: z.number().min(0).max(1),
    /** The first of those without one. */
    uncovered: z.array(OrganizationId).max(200),
  }),
  refusals: {},
  example: {
    params: { fairId },
    result: {
      members: 210,
      exposure: { mean: 12.4, gini: 0.31, worstTenthMean: 1.9, least: 0, most: 48 },
      coverage: 0.94,
      uncovered: [exhibitorId],
    },
  },
});
