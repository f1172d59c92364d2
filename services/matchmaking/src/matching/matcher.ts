import type { Recommendation } from "@rialto/contracts/matchmaking/events";
import type { MatchProfile } from "../domain/match-profile.ts";

/** How one member's list changed. Ids of the other organizations. */
export interface ListChange {
  readonly memberId: string;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly moved: readonly string[];
}

/**
 * Who fits whom at one fair. The same profiles and exclusions give the same lists in every process, in whatever order they
 * came: replicas depend on it. Every change answers with the lists that it touched.
 */
export interface Matcher {
  /** Everything at once, in place of what was known. */
  load(profiles: Iterable<MatchProfile>): void;
  upsert(profile: MatchProfile): readonly ListChange[];
  remove(organizationId: string): readonly ListChange[];
  /** The two are never recommended to each other; holds for organizations that are not known yet. */
  exclude(one: string, other: string): readonly ListChange[];
  /** Takes an exclusion back. */
  admit(one: string, other: string): readonly ListChange[];
  /** Best first; empty for an organization that is not known. */
  listOf(organizationId: string): readonly Recommendation[];
  /** The members in whose lists an organization is. */
  listsWith(organizationId: string): readonly string[];
  /** What the second would be in the list of the first, whether it is there or not. */
  explain(memberId: string, organizationId: string): Recommendation | undefined;
}
