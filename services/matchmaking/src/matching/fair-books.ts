import type { Decision } from "@rialto/matching/live/decision";
import type { Profile } from "@rialto/matching/profile/profile";
import type { Organization } from "../domain/organization.ts";
import { decisionsOf, isTaken, type MeetingNews } from "./decisions-of.ts";
import { profileOf } from "./profile-of.ts";
import { roomOf } from "./room-of.ts";

interface Member {
  readonly profile: Profile;
  readonly people: number;
}

/** What a fair's matcher does not keep itself, as data that can be stored: people per organization, refusals, seats that are taken. */
export interface FairBooks {
  /** Slots of the fair's grid; undefined while the fair is not known. */
  slots: number | undefined;
  readonly members: Map<string, Member>;
  /** Who has said no thanks, about whom. */
  readonly refused: Map<string, Set<string>>;
  /** What was told of each meeting. */
  readonly told: Map<string, Set<string>>;
  readonly taken: Map<string, Set<string>>;
}

export const emptyBooks = (slots: number | undefined): FairBooks => ({
  slots,
  members: new Map(),
  refused: new Map(),
  told: new Map(),
  taken: new Map(),
});

export function capacityIn({ slots, members, taken }: FairBooks, id: string): number | undefined {
  const member = members.get(id);
  if (member === undefined) return undefined;
  return roomOf({ side: member.profile.side, slots, people: member.people, taken: taken.get(id)?.size ?? 0 });
}

/** A member's profile with what others and the calendar say about it. */
export function wholeProfile(books: FairBooks, id: string): Profile | undefined {
  const member = books.members.get(id);
  if (member === undefined) return undefined;
  const capacity = capacityIn(books, id);
  const organizations = [...(books.refused.get(id) ?? [])];
  return { ...member.profile, exclusions: { organizations }, ...(capacity === undefined ? {} : { capacity }) };
}

/** Whether the organization is admitted, and noted. */
export function noteMember({ members }: FairBooks, organization: Organization): boolean {
  const profile = profileOf(organization);
  if (profile === undefined) return false;
  members.set(organization.organizationId, { profile, people: organization.representatives.length });
  return true;
}

/** Whether that is new. */
export function noteRefusal({ refused }: FairBooks, by: string, about: string, stands: boolean): boolean {
  const known = refused.get(by) ?? new Set<string>();
  if (known.has(about) === stands) return false;
  if (stands) known.add(about);
  else known.delete(about);
  refused.set(by, known);
  return true;
}

/** The decisions of this meeting that have not been told yet. */
export function noteMeeting({ told, taken }: FairBooks, news: MeetingNews): Decision[] {
  const before = told.get(news.meetingId) ?? new Set<string>();
  const all = decisionsOf(news);
  const isBetweenTwo = news.requesterId !== news.recipientId;
  const decisions = all.filter(({ what }) => isBetweenTwo && !before.has(what)).map(({ decision }) => decision);
  const now = new Set<string>(all.map(({ what }) => what));
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
