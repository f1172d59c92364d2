import { following } from "@rialto/service-kit/page-cursor";
import type { PipelineStage } from "mongoose";
import { fold } from "../domain/search-terms.ts";
import { findsNothing, typedConditions } from "./typed-search.ts";

export interface ListingQuery {
  readonly fairId: string;
  /** Whose listings may be shown: of every organization, or of verified ones and the viewer's own. */
  readonly visible: "all" | { readonly own: readonly string[] };
  readonly organizationId?: string | undefined;
  readonly hsCode?: string | undefined;
  readonly tag?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function matchOf({ fairId, organizationId, hsCode, tag, q, cursor }: ListingQuery): Record<string, unknown> {
  const narrowed = [
    ...typedConditions(q),
    following("state.publishedAt", cursor, "descending"),
    ...(findsNothing(q) ? [{ $expr: false }] : []),
  ];
  return {
    "state.fairId": fairId,
    "state.status": "published",
    ...(organizationId === undefined ? {} : { "state.organizationId": organizationId }),
    ...(hsCode === undefined ? {} : { "state.content.hsCodes": { $regex: `^${hsCode}` } }),
    ...(tag === undefined ? {} : { "state.tagKeys": fold(tag) }),
    $and: narrowed,
  };
}

const visibleOwner = (visible: ListingQuery["visible"]): Record<string, unknown> =>
  visible === "all" ? {} : { $or: [{ "state.status": "verified" }, { _id: { $in: [...visible.own] } }] };

/**
 * The owner is joined rather than copied into each listing: whether it is verified is then true at this very moment. The
 * limit ends the join early; only while nothing is verified does a page look at every listing that matches.
 */
export const searchPipeline = (query: ListingQuery): PipelineStage[] => [
  { $match: matchOf(query) },
  { $sort: { "state.publishedAt": -1, _id: -1 } },
  {
    $lookup: {
      from: "organizations",
      localField: "state.organizationId",
      foreignField: "_id",
      pipeline: [{ $match: visibleOwner(query.visible) }, { $project: { "state.id": 1, "state.profile": 1 } }],
      as: "owner",
    },
  },
  { $match: { "owner.0": { $exists: true } } },
  { $limit: query.limit + 1 },
  { $project: { version: 1, state: 1, owner: 1 } },
];
