import type { Recommendation } from "@rialto/contracts/matchmaking/events";
import type { MatchProfile } from "../domain/match-profile.ts";
import { scorePair } from "../domain/score-pair.ts";
import { createExclusions } from "./exclusions.ts";
import { differenceOf } from "./list-difference.ts";
import type { ListChange, Matcher } from "./matcher.ts";
import { createMembers } from "./members.ts";
import { createTopLists } from "./top-lists.ts";

/**
 * The simple scorer, kept live: an inverted index finds whom a changed profile concerns, and only their lists are touched.
 * A change costs a walk over the postings of its own terms, and a search anew for each list that it leaves too short.
 */
export function createSimpleMatcher(): Matcher {
  const members = createMembers();
  const lists = createTopLists();
  const exclusions = createExclusions();

  function candidatesOf(profile: MatchProfile): Map<string, number> {
    const found = members.candidatesOf(profile);
    for (const id of found.keys()) if (exclusions.has(profile.organizationId, id)) found.delete(id);
    return found;
  }

  function search(memberId: string): void {
    const profile = members.get(memberId);
    if (profile !== undefined) lists.replace(memberId, candidatesOf(profile));
  }

  function placeIn(memberId: string, id: string, points: number | undefined): void {
    if (!lists.place(memberId, id, points)) search(memberId);
  }

  /** Runs a change and says which of these members' lists it touched. */
  function changing(concerned: Iterable<string>, change: () => void): ListChange[] {
    const before = new Map([...concerned].map((memberId) => [memberId, lists.shown(memberId)]));
    change();
    return [...before].flatMap(([memberId, shown]) => differenceOf(memberId, shown, lists.shown(memberId)));
  }

  function upsert(profile: MatchProfile): ListChange[] {
    const id = profile.organizationId;
    members.put(profile);
    const found = candidatesOf(profile);
    const others = new Set([...lists.holdersOf(id), ...found.keys()]);
    return changing([id, ...others], () => {
      lists.replace(id, found);
      for (const other of others) placeIn(other, id, found.get(other));
    });
  }

  function remove(id: string): ListChange[] {
    members.remove(id);
    const others = lists.holdersOf(id);
    return changing([id, ...others], () => {
      lists.drop(id);
      for (const other of others) placeIn(other, id, undefined);
    });
  }

  /** The two may now, or may no longer, be recommended to each other. */
  function reconsider(one: string, other: string): ListChange[] {
    return changing([one, other], () => {
      search(one);
      search(other);
    });
  }

  function explain(memberId: string, id: string): Recommendation | undefined {
    const [owner, other] = [members.get(memberId), members.get(id)];
    return owner === undefined || other === undefined ? undefined : scorePair(owner, other);
  }

  return {
    load(profiles) {
      for (const id of members.ids()) members.remove(id);
      lists.clear();
      for (const profile of profiles) members.put(profile);
      for (const id of members.ids()) search(id);
    },
    upsert,
    remove,
    exclude: (one, other) => (exclusions.add(one, other) ? reconsider(one, other) : []),
    admit: (one, other) => (exclusions.remove(one, other) ? reconsider(one, other) : []),
    listOf: (memberId) => lists.shown(memberId).flatMap(({ id }) => explain(memberId, id) ?? []),
    listsWith: (id) => lists.holdersOf(id).filter((memberId) => lists.shown(memberId).some((entry) => entry.id === id)),
    explain,
  };
}
