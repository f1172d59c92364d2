import type { ListChange } from "@rialto/matching/live/list-change";
import { createMatcher, type Matcher, matcherFromState } from "@rialto/matching/live/matcher";
import type { MatcherState } from "@rialto/matching/live/matcher-state";
import type { Knowledge } from "@rialto/matching/profile/product-vector";
import type { Profile } from "@rialto/matching/profile/profile";
import type { Organization } from "../domain/organization.ts";
import type { MeetingNews } from "./decisions-of.ts";
import { capacityIn, emptyBooks, type FairBooks, noteMeeting, noteMember, noteRefusal, wholeProfile } from "./fair-books.ts";

/** Everything that one fair's lists follow from. */
export interface FairRows {
  /** Slots of the fair's grid; undefined while the fair is not known. */
  readonly slots: number | undefined;
  readonly organizations: readonly Organization[];
  /** Pairs of which one has said no thanks: who, about whom. */
  readonly refusals: readonly (readonly [string, string])[];
  /** In the order in which they were asked for. */
  readonly meetings: readonly MeetingNews[];
}

/** A market as data, from which another process goes on. */
export interface FairMarketState {
  readonly books: FairBooks;
  readonly matcher: MatcherState;
}

/** One fair's matcher, told what happens at the fair. */
export interface FairMarket {
  organization(organizationId: string, organization: Organization | undefined): void;
  /** Whether the first has said no thanks about the second. */
  refusal(by: string, about: string, stands: boolean): void;
  meeting(news: MeetingNews): void;
  slots(count: number): void;
  readonly matcher: Matcher;
  /** Shares its parts with the market: serialize it before the next change. */
  state(): FairMarketState;
}

/** What a market is given, and whom it tells. */
export interface FairMarketDeps {
  readonly knowledge: Knowledge;
  /** Whose list may be another one. */
  readonly changed: (organizationId: string) => void;
  readonly setAside: SetAside;
}

/** Somebody whom the engine cannot read stays out of the market until it is said anew; all others go on. */
export type SetAside = (id: string, error: unknown) => void;

export function createFairMarket(rows: FairRows, deps: FairMarketDeps): FairMarket {
  const { knowledge, setAside } = deps;
  const books = emptyBooks(rows.slots);
  for (const [by, about] of rows.refusals) noteRefusal(books, by, about, true);
  const decisions = rows.meetings.flatMap((news) => noteMeeting(books, news));
  for (const organization of rows.organizations) readMember(books, organization, setAside);
  const profiles = [...books.members.keys()].flatMap((id) => wholeProfile(books, id) ?? []);
  const unreadable = ({ id }: Profile, error: unknown) => {
    books.members.delete(id);
    setAside(id, error);
  };
  return marketOver(books, createMatcher({ profiles, decisions }, { knowledge, unreadable }), deps);
}

/** Goes on where a market of the same code and knowledge was. */
export const fairMarketFrom = ({ books, matcher }: FairMarketState, deps: FairMarketDeps): FairMarket =>
  marketOver(books, matcherFromState(matcher, { knowledge: deps.knowledge }), deps);

function readMember(books: FairBooks, organization: Organization, setAside: SetAside): boolean {
  try {
    return noteMember(books, organization);
  } catch (error) {
    setAside(organization.organizationId, error);
    return false;
  }
}

function marketOver(books: FairBooks, matcher: Matcher, { changed, setAside }: FairMarketDeps): FairMarket {
  const tell = (changes: readonly ListChange[]) => {
    for (const { memberId } of changes) changed(memberId);
  };

  function putAgain(id: string): void {
    const profile = wholeProfile(books, id);
    if (profile === undefined) return;
    try {
      tell(matcher.upsert(profile));
    } catch (error) {
      setAside(id, error);
      leave(id);
    }
  }

  function leave(id: string): void {
    books.members.delete(id);
    if (!matcher.has(id)) return;
    tell(matcher.remove(id));
    changed(id);
  }

  function seatsChanged(id: string): void {
    if (books.members.has(id)) tell(matcher.capacityChanged(id, capacityIn(books, id)));
  }

  return {
    matcher,
    state: () => ({ books, matcher: matcher.state() }),
    organization(organizationId, organization) {
      if (organization !== undefined && readMember(books, organization, setAside)) putAgain(organizationId);
      else leave(organizationId);
    },
    refusal(by, about, stands) {
      if (noteRefusal(books, by, about, stands)) putAgain(by);
    },
    meeting(news) {
      for (const decision of noteMeeting(books, news)) tell(matcher.record(decision));
      seatsChanged(news.requesterId);
      seatsChanged(news.recipientId);
    },
    slots(count) {
      if (count === books.slots) return;
      books.slots = count;
      for (const id of books.members.keys()) seatsChanged(id);
    },
  };
}
