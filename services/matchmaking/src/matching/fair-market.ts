import type { Decision } from "@rialto/matching/live/decision";
import type { ListChange } from "@rialto/matching/live/list-change";
import { createMatcher, type Matcher } from "@rialto/matching/live/matcher";
import type { Knowledge } from "@rialto/matching/profile/product-vector";
import type { Profile } from "@rialto/matching/profile/profile";
import type { Organization } from "../domain/organization.ts";
import { decisionsOf, isTaken, type MeetingNews } from "./decisions-of.ts";
import { profileOf } from "./profile-of.ts";
import { roomOf } from "./room-of.ts";

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

/** One fair's matcher with what the engine does not keep itself: people per organization, refusals, seats that are taken. */
export interface FairMarket {
  organization(organizationId: string, organization: Organization | undefined): void;
  /** Whether the first has said no thanks about the second. */
  refusal(by: string, about: string, stands: boolean): void;
  meeting(news: MeetingNews): void;
  slots(count: number): void;
  readonly matcher: Matcher;
}

interface Member {
  readonly profile: Profile;
  readonly people: number;
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

export function createFairMarket(rows: FairRows, { knowledge, changed, setAside }: FairMarketDeps): FairMarket {
  const members = new Map<string, Member>();
  const refused = new Map<string, Set<string>>();
  const told = new Map<string, Set<string>>();
  const taken = new Map<string, Set<string>>();
  let slots = rows.slots;

  const capacityOf = (id: string, { profile: { side }, people }: Member) =>
    roomOf({ side, slots, people, taken: taken.get(id)?.size ?? 0 });

  function wholeProfile(id: string, member: Member): Profile {
    const capacity = capacityOf(id, member);
    const organizations = [...(refused.get(id) ?? [])];
    return { ...member.profile, exclusions: { organizations }, ...(capacity === undefined ? {} : { capacity }) };
  }

  function noteMember(organization: Organization): Member | undefined {
    const profile = profileOf(organization);
    if (profile === undefined) return undefined;
    const member = { profile, people: organization.representatives.length };
    members.set(organization.organizationId, member);
    return member;
  }

  function readMember(organization: Organization): Member | undefined {
    try {
      return noteMember(organization);
    } catch (error) {
      setAside(organization.organizationId, error);
      return undefined;
    }
  }

  const noteRefusal = (by: string, about: string, stands: boolean) => {
    const known = refused.get(by) ?? new Set<string>();
    if (known.has(about) === stands) return false;
    if (stands) known.add(about);
    else known.delete(about);
    refused.set(by, known);
    return true;
  };

  /** The decisions of this meeting that have not been told yet. */
  function newsOf(news: MeetingNews): Decision[] {
    const before = told.get(news.meetingId) ?? new Set<string>();
    const all = decisionsOf(news);
    const isBetweenTwo = news.requesterId !== news.recipientId;
    const decisions = all.filter(({ what }) => isBetweenTwo && !before.has(what)).map(({ decision }) => decision);
    const now = new Set(all.map(({ what }) => what));
    // Only a schedule that is taken back un-arranges what nobody has agreed to.
    if (before.has("arranged") && !now.has("arranged") && !now.has("accepted"))
      decisions.push({ actorId: news.requesterId, targetId: news.recipientId, kind: "cancelled" });
    told.set(news.meetingId, now);
    for (const id of [news.requesterId, news.recipientId]) {
      const meetings = taken.get(id) ?? new Set<string>();
      if (isTaken(news)) meetings.add(news.meetingId);
      else meetings.delete(news.meetingId);
      taken.set(id, meetings);
    }
    return decisions;
  }

  for (const [by, about] of rows.refusals) noteRefusal(by, about, true);
  const decisions = rows.meetings.flatMap(newsOf);
  for (const organization of rows.organizations) readMember(organization);
  const profiles = [...members].map(([id, member]) => wholeProfile(id, member));
  const unreadable = ({ id }: Profile, error: unknown) => {
    members.delete(id);
    setAside(id, error);
  };
  const matcher = createMatcher({ profiles, decisions }, { knowledge, unreadable });

  const tell = (changes: readonly ListChange[]) => {
    for (const { memberId } of changes) changed(memberId);
  };

  function putAgain(id: string): void {
    const member = members.get(id);
    if (member === undefined) return;
    try {
      tell(matcher.upsert(wholeProfile(id, member)));
    } catch (error) {
      setAside(id, error);
      leave(id);
    }
  }

  function leave(id: string): void {
    members.delete(id);
    if (!matcher.has(id)) return;
    tell(matcher.remove(id));
    changed(id);
  }

  function seatsChanged(id: string): void {
    const member = members.get(id);
    if (member !== undefined) tell(matcher.capacityChanged(id, capacityOf(id, member)));
  }

  return {
    matcher,
    organization(organizationId, organization) {
      if (organization !== undefined && readMember(organization) !== undefined) putAgain(organizationId);
      else leave(organizationId);
    },
    refusal(by, about, stands) {
      if (noteRefusal(by, about, stands)) putAgain(by);
    },
    meeting(news) {
      for (const decision of newsOf(news)) tell(matcher.record(decision));
      seatsChanged(news.requesterId);
      seatsChanged(news.recipientId);
    },
    slots(count) {
      if (count === slots) return;
      slots = count;
      for (const id of members.keys()) seatsChanged(id);
    },
  };
}
