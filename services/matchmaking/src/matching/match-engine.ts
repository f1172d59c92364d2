import type { Recommendation } from "@rialto/contracts/matchmaking/events";
import { liveReport } from "@rialto/matching/fairness/fairness-report";
import type { Knowledge } from "@rialto/matching/profile/product-vector";
import type { Advice, Obstacle } from "@rialto/matching/reasons/explanation";
import type { Organization } from "../domain/organization.ts";
import {
  createFairMarket,
  type FairMarket,
  type FairMarketState,
  type FairRows,
  fairMarketFrom,
  type SetAside,
} from "./fair-market.ts";
import { createListNotes } from "./list-notes.ts";
import { learnedFrom, usualKnowledge } from "./match-knowledge.ts";
import type { Catalogue, MatchChange, MatchRows } from "./match-source.ts";
import { recommendationOf, rounded } from "./recommendation-of.ts";

/** One list, without reasons: enough to see whether it is news. */
export interface ScoredList {
  readonly fairId: string;
  readonly organizationId: string;
  /** Best first. */
  readonly entries: readonly { readonly organizationId: string; readonly score: number }[];
}

/** Answers carry how much of the database's history is in them; it compares as text. */
export interface AsOf<Answer> {
  readonly asOf: string;
  readonly answer: Answer;
}

export interface PairExplanation {
  readonly recommendation: Recommendation;
  readonly obstacles: readonly Obstacle[];
  readonly advice: readonly Advice[];
}

export interface ListsReport {
  readonly members: number;
  readonly exposure: ReturnType<typeof liveReport>["exposure"];
  readonly coverage: number;
  readonly uncovered: readonly string[];
}

/** All fairs' lists as data at one place of the history. It fits only the code that made it. */
export interface EngineState {
  readonly asOf: string;
  readonly fairOf: ReadonlyMap<string, string>;
  readonly catalogues: readonly Catalogue[];
  readonly markets: ReadonlyMap<string, FairMarketState>;
}

/**
 * All fairs' live lists. The same rows give the same lists in every process, in whatever order they came: replicas depend
 * on it. Every change notes whose list it may have changed, until somebody takes that note.
 */
export interface MatchEngine {
  /** Everything at once, in place of what was known. All lists count as changed: nobody knows what was written before. */
  load(rows: MatchRows): void;
  /** Goes on where another engine was; as after `load`, all lists count as changed. */
  restore(state: EngineState): void;
  /** Shares its parts with the engine: serialize it before the next change. */
  state(): EngineState;
  apply(change: Exclude<MatchChange, { kind: "mark" | "catalogue" }>): void;
  /** Where the history is that was read. */
  moveTo(position: string): void;
  /**
   * The lists that changed, at most so many; they are the caller's now. `all`: after those, also the ones that nobody has compared with
   * what is stored since everything was read.
   */
  takeChanged(most: number, which: "changed" | "all"): AsOf<readonly ScoredList[]>;
  /** Somebody could not finish with these. */
  putBack(lists: readonly Pick<ScoredList, "fairId" | "organizationId">[]): void;
  scored(fairId: string, organizationIds: readonly string[]): AsOf<readonly ScoredList[]>;
  /** Whole lists, best first; empty for organizations that are not in the market. */
  recommendations(fairId: string, organizationIds: readonly string[]): AsOf<readonly (readonly Recommendation[])[]>;
  /** Why the second is, or is not, in the list of the first; undefined when one of them is not in the market. */
  explain(fairId: string, organizationId: string, otherId: string): PairExplanation | undefined;
  report(fairId: string): ListsReport;
}

/** `setAside` hears of an organization, a fair or a catalogue that the engine cannot read: it is left out, all else goes on. */
export function createMatchEngine({ setAside = () => undefined }: { readonly setAside?: SetAside } = {}): MatchEngine {
  const markets = new Map<string, FairMarket>();
  const fairOf = new Map<string, string>();
  const changed = createListNotes();
  const uncompared = createListNotes();
  /** Whose change broke the engine itself, not only its own profile: they stay out while this process lives. */
  const suspects = new Set<string>();
  let catalogues: readonly Catalogue[] = [];
  let knowledge: ReadonlyMap<string, Knowledge> = new Map();
  let asOf = "";

  const depsOf = (fairId: string) => ({
    knowledge: knowledge.get(fairId) ?? usualKnowledge,
    changed: (id: string) => changed.add(fairId, id),
    setAside,
  });

  function open(fairId: string, rows: FairRows): FairMarket {
    const market = createFairMarket(rows, depsOf(fairId));
    markets.set(fairId, market);
    return market;
  }

  const marketOf = (fairId: string): FairMarket =>
    markets.get(fairId) ?? open(fairId, { slots: undefined, organizations: [], refusals: [], meetings: [] });

  /** All at once; should that fail, one by one, which takes a minute and leaves out only whoever cannot be taken in. */
  function openWhole(fairId: string, rows: FairRows): FairMarket {
    try {
      return open(fairId, rows);
    } catch (error) {
      setAside(fairId, error);
    }
    const market = open(fairId, { ...rows, organizations: [] });
    for (const organization of rows.organizations) market.organization(organization.organizationId, organization);
    return market;
  }

  function forget(): void {
    for (const known of [markets, fairOf, changed, uncompared]) known.clear();
  }

  function learn(from: readonly Catalogue[]): void {
    catalogues = from;
    knowledge = new Map(from.map((catalogue) => [catalogue.fairId, learnedFrom(catalogue, setAside)]));
  }

  function restore(state: EngineState): void {
    forget();
    learn(state.catalogues);
    for (const [fairId, market] of state.markets) markets.set(fairId, fairMarketFrom(market, depsOf(fairId)));
    for (const [organizationId, fairId] of state.fairOf) {
      fairOf.set(organizationId, fairId);
      uncompared.add(fairId, organizationId);
    }
    asOf = state.asOf;
  }

  function load(rows: MatchRows): void {
    forget();
    learn(rows.catalogues);
    const wellKnown = rows.organizations.filter(({ organizationId }) => !suspects.has(organizationId));
    const organizations = Map.groupBy(wellKnown, ({ fairId }) => fairId);
    const refusals = Map.groupBy(rows.refusals, ({ fairId }) => fairId);
    const meetings = Map.groupBy(rows.meetings, ({ fairId }) => fairId);
    const slots = new Map(rows.fairs.map((fair) => [fair.fairId, fair.slots]));
    for (const fairId of new Set([...slots.keys(), ...organizations.keys()])) {
      openWhole(fairId, {
        slots: slots.get(fairId),
        organizations: organizations.get(fairId) ?? [],
        refusals: (refusals.get(fairId) ?? []).map((one) => [one.organizationId, one.aboutOrganizationId]),
        meetings: meetings.get(fairId) ?? [],
      });
    }
    for (const { fairId, organizationId } of [...wellKnown, ...rows.listOwners]) {
      fairOf.set(organizationId, fairId);
      uncompared.add(fairId, organizationId);
    }
  }

  function organizationChanged(organizationId: string, organization: Organization | undefined): void {
    const fairId = organization?.fairId ?? fairOf.get(organizationId);
    if (fairId === undefined) return;
    fairOf.set(organizationId, fairId);
    marketOf(fairId).organization(organizationId, suspects.has(organizationId) ? undefined : organization);
  }

  function apply(change: Parameters<MatchEngine["apply"]>[0]): void {
    try {
      applied(change);
    } catch (error) {
      // Half a change may have been made: whoever follows the history reads everything anew, without its author.
      if (change.kind === "organization") suspects.add(change.organizationId);
      throw error;
    }
  }

  function applied(change: Parameters<MatchEngine["apply"]>[0]): void {
    switch (change.kind) {
      case "organization":
        organizationChanged(change.organizationId, change.organization);
        break;
      case "preference": {
        const { fairId, organizationId, aboutOrganizationId, preference } = change.note;
        marketOf(fairId).refusal(organizationId, aboutOrganizationId, preference === "noThanks");
        break;
      }
      case "meeting":
        marketOf(change.meeting.fairId).meeting(change.meeting);
        break;
      case "fair":
        marketOf(change.fairId).slots(change.slots);
        break;
    }
  }

  function scoredList(fairId: string, organizationId: string): ScoredList {
    const matcher = markets.get(fairId)?.matcher;
    const list = matcher?.has(organizationId) === true ? matcher.scoresOf(organizationId).filter(isWorthShowing) : [];
    return { fairId, organizationId, entries: list.map(({ id, score }) => ({ organizationId: id, score: rounded(score) })) };
  }

  function recommendationsOf(fairId: string, organizationId: string): Recommendation[] {
    const matcher = markets.get(fairId)?.matcher;
    if (matcher?.has(organizationId) !== true) return [];
    const list = matcher.scoresOf(organizationId).filter(isWorthShowing);
    return list.map(({ id, score }) => {
      try {
        return recommendationOf(id, matcher.explain(organizationId, id));
      } catch (error) {
        setAside(id, error);
        return { organizationId: id, score: rounded(score), fit: { mine: 0, theirs: 0 }, reasons: [] };
      }
    });
  }

  return {
    load,
    restore,
    state: () => ({ asOf, fairOf, catalogues, markets: new Map([...markets].map(([id, market]) => [id, market.state()])) }),
    apply,
    moveTo(position) {
      asOf = position;
    },
    takeChanged(most, which) {
      const taken = changed.take(most);
      if (which === "all") taken.push(...uncompared.take(most - taken.length));
      return { asOf, answer: taken.map(([fairId, id]) => scoredList(fairId, id)) };
    },
    putBack(lists) {
      for (const { fairId, organizationId } of lists) changed.add(fairId, organizationId);
    },
    scored: (fairId, ids) => ({ asOf, answer: ids.map((id) => scoredList(fairId, id)) }),
    recommendations: (fairId, ids) => ({ asOf, answer: ids.map((id) => recommendationsOf(fairId, id)) }),
    explain(fairId, organizationId, otherId) {
      const matcher = markets.get(fairId)?.matcher;
      if (matcher?.has(organizationId) !== true || !matcher.has(otherId)) return undefined;
      const explanation = matcher.explain(organizationId, otherId);
      const { obstacles, advice } = explanation;
      return { recommendation: recommendationOf(otherId, explanation), obstacles, advice };
    },
    report(fairId) {
      const { members, exposure, coverage, uncovered } = liveReport(marketOf(fairId).matcher);
      return { members, exposure, coverage, uncovered };
    },
  };
}

/** Below one chance in ten that both say yes, an empty place on the list says more. */
const leastScore = 0.1;
const isWorthShowing = ({ score }: { readonly score: number }) => score >= leastScore;
