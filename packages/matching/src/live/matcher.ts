import { refuse } from "../errors.ts";
import { knowledgeFrom } from "../profile/knowledge.ts";
import type { Knowledge } from "../profile/product-vector.ts";
import { checkCapacity, checkProfile, type Profile } from "../profile/profile.ts";
import { strongestReasons } from "../reasons/explain.ts";
import { type Explanation, explainPair } from "../reasons/explanation.ts";
import {
  createCandidateIndex,
  dropMember,
  freeNumber,
  pickyOf,
  popularOf,
  putMember,
  refreshLeanings,
  setLeanings,
} from "./candidate-index.ts";
import { type Decision, meanings } from "./decision.ts";
import { noteDecision } from "./decision-book.ts";
import { collectChanges, type Entry, keepAsTold, type ListChange } from "./list-change.ts";
import {
  createLiveLists,
  enterAll,
  type ListKnobs,
  markRankers,
  putIn,
  rankAgain,
  rankEverybody,
  refill,
  rememberReach,
  takeOut,
  usualKnobs,
  withdrawAll,
} from "./live-lists.ts";
import { type MatcherParts, type MatcherState, partsFrom, stateOf } from "./matcher-state.ts";
import { memberFrom } from "./member.ts";
import { pairScore } from "./pair-score.ts";
import { bestOf, endRanking } from "./rankings.ts";
import { priorScoring, type Scoring } from "./scoring.ts";
import { forget, toldTo } from "./shown.ts";
import { createVocabulary } from "./vocabulary.ts";

export type MatcherOptions = {
  /** What words mean; learned from the stored profiles when absent. Two matchers agree only if they know the same. */
  knowledge?: Knowledge;
  scoring?: Scoring;
  knobs?: Partial<ListKnobs>;
  /** Hears of a stored profile that cannot be read, which is then left out; without it such a profile stops the start. */
  unreadable?: (profile: Profile, error: unknown) => void;
};

/**
 * The live engine: one market kept in memory. Every change returns exactly the lists it changed. After any sequence of
 * changes the lists equal those of a new matcher with the same profiles and decisions, to the bit. Not safe to call again
 * from inside a call; everything is synchronous, so in a worker thread calls are whole.
 */
export type Matcher = {
  /** Adds or replaces a profile. Throws PROFILE_INVALID, CAPACITY_INVALID. */
  upsert(profile: Profile): ListChange[];
  /** Throws MEMBER_UNKNOWN. Decisions about the member are kept, in case it comes back. */
  remove(memberId: string): ListChange[];
  /** Members who are not (or no longer) in the market may be named: the decision is kept. Throws DECISION_INVALID. */
  record(decision: Decision): ListChange[];
  /** Seats left; undefined for no limit. Throws MEMBER_UNKNOWN, CAPACITY_INVALID. */
  capacityChanged(memberId: string, capacity: number | undefined): ListChange[];
  /** A member's list as last told. Throws MEMBER_UNKNOWN. */
  listOf(memberId: string): Entry[];
  /** The same as plain data. Throws MEMBER_UNKNOWN. */
  scoresOf(memberId: string): { id: string; score: number }[];
  /** Why a pair is recommended or not, and what would raise its score. Throws MEMBER_UNKNOWN. */
  explain(memberId: string, otherId: string): Explanation;
  has(memberId: string): boolean;
  memberIds(): string[];
  /** All of it as data, from which `createMatcher` goes on: see MatcherState. */
  state(): MatcherState;
  /** Best candidates beyond the list, for a market solution or a capacity plan: score is the chance that both say yes. */
  candidatesOf(memberId: string, limit?: number): { id: string; score: number }[];
};

const usualReasons = 3;

/** Builds a matcher from stored profiles and decisions; the order of neither matters. Throws PROFILE_DUPLICATE too. */
export function createMatcher(
  stored: { profiles?: Iterable<Profile>; decisions?: Iterable<Decision> } = {},
  options: MatcherOptions = {},
): Matcher {
  const profiles = readableFrom(stored.profiles ?? [], options.unreadable);
  const knowledge = options.knowledge ?? knowledgeFrom(profiles);
  const index = createCandidateIndex(checkedScoring(options.scoring ?? priorScoring));
  const lists = createLiveLists(index, checkedKnobs({ ...usualKnobs, ...options.knobs }));
  const vocabulary = createVocabulary();
  for (const decision of stored.decisions ?? []) noteDecision(index.book, checkedDecision(decision));
  for (const profile of fewerFirst(profiles)) {
    const member = orElse(() => memberFrom(profile, knowledge, vocabulary), profile, options.unreadable);
    if (member !== undefined) putMember(index, member);
  }
  rankEverybody(lists);
  keepAsTold(lists);
  return matcherOf({ index, lists, vocabulary }, knowledge);
}

/** Goes on where a matcher with the same knowledge, scoring and knobs was when it gave its state. Throws KNOB_INVALID. */
export function matcherFromState(state: MatcherState, options: MatcherOptions & { knowledge: Knowledge }): Matcher {
  const knobs = checkedKnobs({ ...usualKnobs, ...options.knobs });
  const parts = partsFrom(state, checkedScoring(options.scoring ?? priorScoring), knobs);
  return matcherOf(parts, options.knowledge);
}

function matcherOf(parts: MatcherParts, knowledge: Knowledge): Matcher {
  const { index, lists, vocabulary } = parts;

  const named = ({ candidate, score }: { candidate: number; score: number }) => ({ id: index.ids[candidate]!, score });
  const numberOf = (id: string): number => index.numbers.get(id) ?? refuse("MEMBER_UNKNOWN", { id: String(id).slice(0, 100) });
  function reasonsFor(owner: number, candidate: number): Entry["reasons"] {
    const [member, partner] = [index.members[owner]!, index.members[candidate]!];
    return (most = usualReasons) => strongestReasons(member, partner, most, vocabulary);
  }
  const settle = (): ListChange[] => {
    refill(lists);
    return collectChanges(lists, reasonsFor);
  };

  function reconsider(number: number, change: () => void): void {
    withdrawAll(lists, number);
    change();
    enterAll(lists, number);
  }

  function upsert(profile: Profile): ListChange[] {
    checkProfile(profile);
    const known = index.numbers.get(profile.id);
    const member = memberFrom(profile, knowledge, vocabulary);
    if (known === undefined) enterAll(lists, putMember(index, member));
    else reconsider(known, () => putMember(index, member));
    return settle();
  }

  function remove(memberId: string): ListChange[] {
    const number = numberOf(memberId);
    withdrawAll(lists, number);
    dropMember(index, number);
    endRanking(lists.rankings, number);
    forget(lists.shown, number);
    lists.short.delete(number);
    lists.dirty.delete(number);
    const changes = settle();
    freeNumber(index, number);
    return changes;
  }

  function record(decision: Decision): ListChange[] {
    const { actorId, targetId, kind } = checkedDecision(decision);
    const [actor, target] = [index.numbers.get(actorId), index.numbers.get(targetId)];
    const both = actor !== undefined && target !== undefined;
    const before = both ? pairScore(index, actor, target) : undefined;
    if (both) for (const number of [actor, target]) lists.dirty.add(number);
    noteDecision(index.book, decision);
    const after = both ? pairScore(index, actor, target) : undefined;
    if (both && before !== undefined && after === undefined) {
      takeOut(lists, actor, target, before);
      takeOut(lists, target, actor, before);
    } else if (both && before === undefined && after !== undefined) {
      putIn(lists, actor, target, after);
      putIn(lists, target, actor, after);
    }
    if (meanings[kind].says !== "nothing") for (const number of [actor, target]) if (number !== undefined) weighAgain(number);
    return settle();
  }

  /** The withdrawal must see the leanings that the rankings were made with. */
  function weighAgain(number: number): void {
    const before = { picky: pickyOf(index, number), popular: popularOf(index, number) };
    if (!refreshLeanings(index, number)) return;
    setLeanings(index, number, before);
    reconsider(number, () => refreshLeanings(index, number));
  }

  function capacityChanged(memberId: string, capacity: number | undefined): ListChange[] {
    if (capacity !== undefined) checkCapacity(capacity);
    const number = numberOf(memberId);
    const before = index.members[number]!.capacity;
    const after = capacity ?? Number.POSITIVE_INFINITY;
    if (before === after) return [];
    rememberReach(lists, number);
    index.members[number]!.capacity = after;
    rankAgain(lists, number);
    // Without a limit before or after, everybody who ranks this member may see it or lose it.
    if (!Number.isFinite(before) || !Number.isFinite(after)) markRankers(lists, number);
    return settle();
  }

  function listOf(memberId: string): Entry[] {
    const number = numberOf(memberId);
    return toldTo(lists.shown, number).map((told, at) => ({
      ...named(told),
      rank: at + 1,
      reasons: reasonsFor(number, told.candidate),
    }));
  }

  return {
    upsert,
    remove,
    record,
    capacityChanged,
    listOf,
    scoresOf: (id) => toldTo(lists.shown, numberOf(id)).map(named),
    candidatesOf: (id, limit = lists.knobs.depth) => bestOf(lists.rankings, numberOf(id), limit).map(named),
    state: () => stateOf(parts),
    explain: (a, b) => explainPair(lists, vocabulary, numberOf(a), numberOf(b)),
    has: (id) => index.numbers.has(id),
    memberIds: () => [...index.numbers.keys()],
  };
}

type Unreadable = MatcherOptions["unreadable"];

/** The profiles that are ones; an id that comes twice counts the first time. */
function readableFrom(profiles: Iterable<Profile>, unreadable: Unreadable): Profile[] {
  const seen = new Set<string>();
  const check = (profile: Profile): Profile => {
    checkProfile(profile);
    if (seen.has(profile.id)) refuse("PROFILE_DUPLICATE", { id: profile.id });
    seen.add(profile.id);
    return profile;
  };
  return [...profiles].flatMap((profile) => orElse(() => check(profile), profile, unreadable) ?? []);
}

/** The smaller side gets the small numbers: whoever is ranked against it then reads and clears short arrays. */
function fewerFirst(profiles: readonly Profile[]): Profile[] {
  const { buyer = [], exhibitor = [] } = Object.groupBy(profiles, ({ side }) => side);
  return buyer.length < exhibitor.length ? [...buyer, ...exhibitor] : [...exhibitor, ...buyer];
}

function orElse<T>(read: () => T, profile: Profile, unreadable: Unreadable): T | undefined {
  try {
    return read();
  } catch (error) {
    if (unreadable === undefined) throw error;
    unreadable(profile, error);
    return undefined;
  }
}

function checkedDecision(decision: Decision): Decision {
  const { actorId, targetId, kind } = decision;
  if (!Object.hasOwn(meanings, kind) || typeof actorId !== "string" || typeof targetId !== "string" || actorId === targetId) {
    refuse("DECISION_INVALID", { kind: String(kind).slice(0, 40) });
  }
  return decision;
}

function checkedKnobs(knobs: ListKnobs): ListKnobs {
  const { listLength, depth, exposurePerSeat } = knobs;
  const whole = [listLength, depth].every((value) => Number.isInteger(value) && value >= 1 && value <= 1000);
  if (!whole || depth < listLength || !(exposurePerSeat > 0)) refuse("KNOB_INVALID", { ...knobs });
  return knobs;
}

function checkedScoring(scoring: Scoring): Scoring {
  const { buyer, exhibitor, buyerShare } = scoring;
  const rising = [buyer, exhibitor].every(({ intercept, own, other }) => Number.isFinite(intercept) && own >= 0 && other >= 0);
  if (!rising || !(buyerShare >= 0.4 && buyerShare <= 0.6)) refuse("KNOB_INVALID", { buyerShare });
  return scoring;
}
