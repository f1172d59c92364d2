import { type Recommendation, recommendationsChanged } from "@rialto/contracts/matchmaking/events";
import { announceMatches, worthTelling } from "./announce-matches.ts";
import { listComputed, type RecommendationList, type RecommendationListEvent } from "./recommendation-list.ts";

/** Smaller movements of a score are no news. */
export const smallestNews = 0.05;

export interface ReviseRecommendations {
  readonly organizationId: string;
  readonly fairId: string;
  /** What the list should be, best first. */
  readonly wanted: readonly Recommendation[];
  /** Up to where the database's history was known when it was computed. */
  readonly asOf: string;
  readonly now: string;
}

type Scored = Pick<Recommendation, "organizationId" | "score">;

/** Whether a list differs from the stored one in a way that is told. */
export function isNews(wanted: readonly Scored[], present: readonly Scored[]): boolean {
  const { entered, updated, left } = difference(wanted, present);
  return entered.length + updated.length + left.length > 0;
}

/** Turns the difference between the wanted list and the present one into one event. A list computed from an older view says nothing. */
export function reviseRecommendations(command: ReviseRecommendations, state: RecommendationList): RecommendationListEvent[] {
  const { organizationId, fairId, wanted, asOf, now } = command;
  if (asOf < state.asOf) return [];
  const { entered, updated, left } = difference(wanted, state.entries);
  if (entered.length + updated.length + left.length === 0) return [];
  const announced = announceMatches([...entered, ...risen(updated, state.entries)], state.told ?? [], now);
  return [
    recommendationsChanged.draft({ organizationId, fairId, entered, updated, left, announced, changedAt: now }),
    listComputed.draft({ asOf }),
  ];
}

/** Whoever was listed as a weak match and has become one worth telling: an offer was added, say. */
function risen<Wanted extends Scored>(updated: readonly Wanted[], present: readonly Scored[]): Wanted[] {
  const weak = new Set(present.filter(({ score }) => score < worthTelling.score).map(({ organizationId }) => organizationId));
  return updated.filter(({ organizationId }) => weak.has(organizationId));
}

function difference<Wanted extends Scored>(wanted: readonly Wanted[], present: readonly Scored[]) {
  const before = new Map(present.map((entry) => [entry.organizationId, entry]));
  const after = new Set(wanted.map((entry) => entry.organizationId));
  const entered = wanted.filter((entry) => !before.has(entry.organizationId));
  const left = present.map((entry) => entry.organizationId).filter((id) => !after.has(id));
  const updated = wanted.filter((entry) => hasMoved(before.get(entry.organizationId), entry));
  return { entered, updated, left };
}

/** The tolerance keeps 0.05 as large as it reads, whatever floating point makes of it. */
const hasMoved = (before: Scored | undefined, { score }: Scored) =>
  before !== undefined && Math.abs(before.score - score) >= smallestNews - 1e-9;
