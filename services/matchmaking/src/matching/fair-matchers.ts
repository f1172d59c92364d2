import { toMatchProfile } from "../domain/match-profile.ts";
import type { Organization } from "../domain/organization.ts";
import type { NotedPreference } from "./match-source.ts";
import type { Matcher } from "./matcher.ts";

/** A matcher for each fair: organizations of different fairs never meet. */
export interface FairMatchers {
  of(fairId: string): Matcher;
  load(organizations: readonly Organization[], exclusions: readonly NotedPreference[]): void;
  note(organizationId: string, organization: Organization | undefined): void;
  notePreference(note: NotedPreference): void;
}

export function createFairMatchers(createMatcher: () => Matcher): FairMatchers {
  const matchers = new Map<string, Matcher>();
  const fairOf = new Map<string, string>();
  /** `who:about whom`; a pair is excluded while either of the two directions is in it. */
  const refusals = new Set<string>();

  function of(fairId: string): Matcher {
    const known = matchers.get(fairId);
    if (known !== undefined) return known;
    const matcher = createMatcher();
    matchers.set(fairId, matcher);
    return matcher;
  }

  function notePreference({ fairId, organizationId: one, aboutOrganizationId: other, preference }: NotedPreference): void {
    if (preference === "noThanks") refusals.add(`${one}:${other}`);
    else refusals.delete(`${one}:${other}`);
    const isExcluded = refusals.has(`${one}:${other}`) || refusals.has(`${other}:${one}`);
    if (isExcluded) of(fairId).exclude(one, other);
    else of(fairId).admit(one, other);
  }

  return {
    of,
    notePreference,
    load(organizations, exclusions) {
      for (const note of exclusions) notePreference(note);
      for (const { organizationId, fairId } of organizations) fairOf.set(organizationId, fairId);
      const byFair = Map.groupBy(organizations, ({ fairId }) => fairId);
      for (const [fairId, members] of byFair) {
        of(fairId).load(members.flatMap((organization) => toMatchProfile(organization) ?? []));
      }
    },
    note(organizationId, organization) {
      const profile = toMatchProfile(organization);
      const fairId = organization?.fairId ?? fairOf.get(organizationId);
      if (fairId === undefined) return;
      fairOf.set(organizationId, fairId);
      if (profile === undefined) of(fairId).remove(organizationId);
      else of(fairId).upsert(profile);
    },
  };
}
