import type { ConflictItem } from "./conflict.ts";
import type { PersonalResult } from "./people.ts";
import type { Reason, ReasonCode, SmallChange } from "./reason.ts";

export type Language = "en" | "zh";

/** What ids are called on the screen; by default they stand for themselves. */
export interface Names {
  party: (id: string) => string;
  slot: (id: string) => string;
  meeting: (id: string) => string;
  location: (id: string) => string;
}

const ids: Names = { party: (id) => id, slot: (id) => id, meeting: (id) => id, location: (id) => id };

type Say<T> = { [L in Language]: (what: T, names: Names) => string };
type ReasonSentences = { [C in ReasonCode]: Say<Extract<Reason, { code: C }>> };
type ConflictSentences = { [C in ConflictItem["code"]]: Say<Extract<ConflictItem, { code: C }>> };
type ChangeSentences = { [K in SmallChange["kind"]]: Say<Extract<SmallChange, { kind: K }>> };

const and = (list: string[]): string => (list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`);
const he = (list: string[]): string => (list.length < 2 ? list.join("") : `${list.slice(0, -1).join("、")}和${list.at(-1)}`);
const shown = 3;
const few = (list: string[], more: string): string => (list.length <= shown ? "" : more);
const slotsEn = (list: string[], n: Names): string =>
  `${list.slice(0, shown).map(n.slot).join(", ")}${few(list, ` and ${list.length - shown} more`)}`;
const slotsZh = (list: string[], n: Names): string => `${list.slice(0, shown).map(n.slot).join("、")}${few(list, "等")}`;
const slotCount = (list: string[]): string => (list.length === 1 ? "the one slot" : `the ${list.length} slots`);

const reasons: ReasonSentences = {
  EXCLUDED: {
    en: (r, n) => `${and(r.partyIds.map(n.party))} are not to meet.`,
    zh: (r, n) => `${he(r.partyIds.map(n.party))}已设为不会面。`,
  },
  NO_OWN_SLOT: {
    en: () => "Its own rules leave it no slot.",
    zh: () => "该会面自身的条件没有留下任何时段。",
  },
  NEVER_AVAILABLE: {
    en: (r, n) => `${n.party(r.partyId)} is not there in any slot it may take.`,
    zh: (r, n) => `${n.party(r.partyId)}在可用的时段均不在场。`,
  },
  NO_COMMON_SLOT: {
    en: (r, n) => `${and(r.partyIds.map(n.party))} have no common slot.`,
    zh: (r, n) => `${he(r.partyIds.map(n.party))}没有共同的时段。`,
  },
  LOCATION_CLOSED: {
    en: (r, n) => `Its location is closed in ${slotCount(r.slotIds)} they share (${slotsEn(r.slotIds, n)}).`,
    zh: (r, n) => `双方共同的${r.slotIds.length}个时段（${slotsZh(r.slotIds, n)}）里，会面地点关闭。`,
  },
  WAITS_FOR_OTHER: {
    en: (r, n) => `It comes after ${and(r.meetingIds.map(n.meeting))}, which has no place.`,
    zh: (r, n) => `须排在${he(r.meetingIds.map(n.meeting))}之后，而后者没有排上。`,
  },
  ORDER_LEAVES_NO_SLOT: {
    en: (r, n) => `Its order with ${and(r.meetingIds.map(n.meeting))} leaves it no slot.`,
    zh: (r, n) => `与${he(r.meetingIds.map(n.meeting))}的先后顺序没有留下时段。`,
  },
  PARTY_FULL: {
    en: (r, n) => `${n.party(r.partyId)} is engaged in ${slotCount(r.slotIds)} they share (${slotsEn(r.slotIds, n)}).`,
    zh: (r, n) => `双方共同的${r.slotIds.length}个时段（${slotsZh(r.slotIds, n)}）里，${n.party(r.partyId)}都已有安排。`,
  },
  BOTH_FULL: {
    en: (r, n) =>
      `${and(r.partyIds.map(n.party))} are both engaged in ${slotCount(r.slotIds)} they share (${slotsEn(r.slotIds, n)}).`,
    zh: (r, n) => `共同的${r.slotIds.length}个时段（${slotsZh(r.slotIds, n)}）里，${he(r.partyIds.map(n.party))}都已有安排。`,
  },
  ENGAGED_IN_TURN: {
    en: (r, n) =>
      `In each of ${slotCount(r.slotIds)} they share (${slotsEn(r.slotIds, n)}), ${and(r.partyIds.map(n.party))} are engaged in turn.`,
    zh: (r, n) =>
      `共同的${r.slotIds.length}个时段（${slotsZh(r.slotIds, n)}）里，${he(r.partyIds.map(n.party))}总有一方已有安排。`,
  },
  LOCATION_FULL: {
    en: (r, n) =>
      `${and(r.locationIds.slice(0, shown).map(n.location))} full in ${slotCount(r.slotIds)} when all are free (${slotsEn(r.slotIds, n)}).`,
    zh: (r, n) =>
      `各方都有空的${r.slotIds.length}个时段（${slotsZh(r.slotIds, n)}）里，${he(r.locationIds.slice(0, shown).map(n.location))}已满。`,
  },
  LIMIT_PER_DAY: {
    en: (r, n) =>
      `${n.party(r.partyId)} has reached ${r.limit} meetings a day where there is still room (${slotsEn(r.slotIds, n)}).`,
    zh: (r, n) => `在仍有空位的时段（${slotsZh(r.slotIds, n)}），${n.party(r.partyId)}已达到每天${r.limit}场会面的上限。`,
  },
  LIMIT_IN_A_ROW: {
    en: (r, n) =>
      `${n.party(r.partyId)} takes a pause after ${r.limit} meetings where there is still room (${slotsEn(r.slotIds, n)}).`,
    zh: (r, n) => `在仍有空位的时段（${slotsZh(r.slotIds, n)}），${n.party(r.partyId)}连续会面不超过${r.limit}场。`,
  },
  WALKING: {
    en: (r, n) => `Where all are free (${slotsEn(r.slotIds, n)}), the way from or to a neighbouring meeting is too long.`,
    zh: (r, n) => `在各方都有空的时段（${slotsZh(r.slotIds, n)}），与前后会面之间的步行时间不够。`,
  },
  NOT_TRIED: {
    en: (r, n) => `It would fit (${slotsEn(r.slotIds, n)}), but the run ended before it was tried.`,
    zh: (r, n) => `可以安排（${slotsZh(r.slotIds, n)}），但在尝试之前运算已结束。`,
  },
  CANCELLED: { en: () => "It was called off.", zh: () => "会面已取消。" },
  GAVE_WAY: {
    en: (r, n) => `It gave way to ${n.meeting(r.meetingId)}, which must be held.`,
    zh: (r, n) => `已让位给必须举行的${n.meeting(r.meetingId)}。`,
  },
  PINNED_IMPOSSIBLE: {
    en: (r, n) => `It is confirmed for ${n.slot(r.slotId)}, which has become impossible.`,
    zh: (r, n) => `已确认在${n.slot(r.slotId)}，但该时段已无法举行。`,
  },
};

const changes: ChangeSentences = {
  partyAvailable: {
    en: (c, n) => `${n.party(c.partyId)} were there in ${slotsEn(c.slotIds, n)}`,
    zh: (c, n) => `${n.party(c.partyId)}在${slotsZh(c.slotIds, n)}能到场`,
  },
  meetingReleased: {
    en: (c, n) => `${n.party(c.partyId)} were free in ${slotsEn(c.slotIds, n)} (now ${n.meeting(c.meetingId)})`,
    zh: (c, n) => `${n.party(c.partyId)}在${slotsZh(c.slotIds, n)}有空（现为${n.meeting(c.meetingId)}）`,
  },
  seatAdded: {
    en: (c, n) => `${n.location(c.locationId)} had one more place in ${slotsEn(c.slotIds, n)}`,
    zh: (c, n) => `${n.location(c.locationId)}在${slotsZh(c.slotIds, n)}多一个席位`,
  },
  locationOpened: {
    en: (c, n) => `${n.location(c.locationId)} were open in ${slotsEn(c.slotIds, n)}`,
    zh: (c, n) => `${n.location(c.locationId)}在${slotsZh(c.slotIds, n)}开放`,
  },
  limitRaised: {
    en: (c, n) => `${n.party(c.partyId)} accepted ${c.to} meetings ${c.limit === "maxPerDay" ? "a day" : "in a row"}`,
    zh: (c, n) => `${n.party(c.partyId)}接受${c.limit === "maxPerDay" ? "每天" : "连续"}${c.to}场会面`,
  },
  wayShortened: {
    en: (c, n) => `${n.party(c.partyId)} did not have ${n.meeting(c.meetingId)} too far away in ${slotsEn(c.slotIds, n)}`,
    zh: (c, n) => `${n.party(c.partyId)}在${slotsZh(c.slotIds, n)}的${n.meeting(c.meetingId)}离得更近`,
  },
  exclusionLifted: {
    en: (c, n) => `${and(c.partyIds.map(n.party))} were allowed to meet`,
    zh: (c, n) => `允许${he(c.partyIds.map(n.party))}会面`,
  },
  orderDropped: {
    en: (c, n) => `its order with ${n.meeting(c.meetingId)} were given up`,
    zh: (c, n) => `不再要求与${n.meeting(c.meetingId)}的先后顺序`,
  },
  ownRulesRelaxed: {
    en: (c, n) => `its own rules allowed ${slotsEn(c.slotIds, n)}`,
    zh: (c, n) => `该会面自身的条件允许${slotsZh(c.slotIds, n)}`,
  },
};

const conflicts: ConflictSentences = {
  MUST_BE_HELD: {
    en: (c, n) =>
      `Meeting ${n.meeting(c.meetingId)} of ${and(c.partyIds.map(n.party))} must be held, in ${slotsEn(c.slotIds, n)}.`,
    zh: (c, n) => `${he(c.partyIds.map(n.party))}的会面${n.meeting(c.meetingId)}必须举行，时段为${slotsZh(c.slotIds, n)}。`,
  },
  COMES_BEFORE: {
    en: (c, n) => `Meeting ${n.meeting(c.earlierId)} comes before meeting ${n.meeting(c.laterId)}.`,
    zh: (c, n) => `会面${n.meeting(c.earlierId)}须在会面${n.meeting(c.laterId)}之前。`,
  },
  SLOT_ROOM: {
    en: (c, n) => `Slot ${n.slot(c.slotId)} has room for ${c.seats} meetings.`,
    zh: (c, n) => `时段${n.slot(c.slotId)}只能容纳${c.seats}场会面。`,
  },
  PARTY_ROOM: {
    en: (c, n) => `${n.party(c.partyId)} can hold ${c.places} meetings in these slots (${slotsEn(c.slotIds, n)}).`,
    zh: (c, n) => `${n.party(c.partyId)}在这些时段（${slotsZh(c.slotIds, n)}）只能参加${c.places}场会面。`,
  },
  ABSENCE: {
    en: (c, n) => `${n.party(c.participantId)} is not there in ${slotsEn(c.slotIds, n)}.`,
    zh: (c, n) => `${n.party(c.participantId)}在${slotsZh(c.slotIds, n)}不在场。`,
  },
  LIMIT: {
    en: (c, n) =>
      `${n.party(c.participantId)} holds at most ${c.value} meetings ${c.limit === "maxPerDay" ? "a day" : "in a row"}.`,
    zh: (c, n) => `${n.party(c.participantId)}${c.limit === "maxPerDay" ? "每天" : "连续"}最多参加${c.value}场会面。`,
  },
  LOCATION_ROOM: {
    en: (c, n) => `${n.location(c.locationId)} has room for ${c.capacity} meetings at once.`,
    zh: (c, n) => `${n.location(c.locationId)}同时只能容纳${c.capacity}场会面。`,
  },
  LOCATION_CLOSURE: {
    en: (c, n) => `${n.location(c.locationId)} is closed in ${slotsEn(c.slotIds, n)}.`,
    zh: (c, n) => `${n.location(c.locationId)}在${slotsZh(c.slotIds, n)}关闭。`,
  },
  WALKING_TIMES: { en: () => "People need time to walk between locations.", zh: () => "在地点之间步行需要时间。" },
  BREAK_DIFFERENCE: {
    en: (c) => `All meetings can be held, but not so that the breaks of two people differ by ${c.most} at most.`,
    zh: (c) => `所有会面都能举行，但无法使任意两人的空档数相差不超过${c.most}。`,
  },
  OWN_RULES: {
    en: (c, n) => `Meeting ${n.meeting(c.meetingId)} is bound to its slots by its own rules.`,
    zh: (c, n) => `会面${n.meeting(c.meetingId)}受自身时段条件限制。`,
  },
};

/** A rule of a contradiction, in one sentence. */
export function sayConflict(item: ConflictItem, language: Language, names: Partial<Names> = {}): string {
  return (conflicts[item.code] as Say<ConflictItem>)[language](item, { ...ids, ...names });
}

/** The reason in one sentence. */
export function sayReason(reason: Reason, language: Language, names: Partial<Names> = {}): string {
  // The table is typed code by code; only the choice of the row cannot be.
  const say = reasons[reason.code] as Say<Reason>;
  return say[language](reason, { ...ids, ...names });
}

/** What would admit the meeting, in one sentence: "It would fit if A were free in 14:00." */
export function sayChanges(list: readonly SmallChange[], language: Language, names: Partial<Names> = {}): string {
  const all = { ...ids, ...names };
  const parts = list.map((change) => (changes[change.kind] as Say<SmallChange>)[language](change, all));
  if (parts.length === 0) return language === "en" ? "It fits as it is." : "现在即可安排。";
  return language === "en" ? `It would fit if ${and(parts)}.` : `如果${parts.join("，并且")}，即可安排。`;
}

const short: Record<ReasonCode, Record<Language, string>> = {
  EXCLUDED: { en: "not to meet", zh: "设为不会面" },
  NO_OWN_SLOT: { en: "without a slot of its own", zh: "自身条件无时段" },
  NEVER_AVAILABLE: { en: "one side never there", zh: "一方不在场" },
  NO_COMMON_SLOT: { en: "without a common slot", zh: "没有共同时段" },
  LOCATION_CLOSED: { en: "location closed", zh: "地点关闭" },
  WAITS_FOR_OTHER: { en: "waiting for another meeting", zh: "等待另一场会面" },
  ORDER_LEAVES_NO_SLOT: { en: "no slot left by their order", zh: "先后顺序无时段" },
  PARTY_FULL: { en: "one side engaged in every shared slot", zh: "一方已排满" },
  BOTH_FULL: { en: "both sides engaged in every shared slot", zh: "双方已排满" },
  ENGAGED_IN_TURN: { en: "always one side engaged", zh: "总有一方已有安排" },
  LOCATION_FULL: { en: "location full", zh: "地点已满" },
  LIMIT_PER_DAY: { en: "limit per day reached", zh: "达到每天上限" },
  LIMIT_IN_A_ROW: { en: "limit in a row reached", zh: "达到连续上限" },
  WALKING: { en: "way too long", zh: "步行时间不够" },
  NOT_TRIED: { en: "not tried", zh: "未尝试" },
  CANCELLED: { en: "called off", zh: "已取消" },
  GAVE_WAY: { en: "gave way to a must", zh: "让位给必须举行的会面" },
  PINNED_IMPOSSIBLE: { en: "confirmed but impossible", zh: "已确认但无法举行" },
};

/** Why a party got less than it wished, in one sentence; empty if it did not. */
export function sayPerson(person: PersonalResult, language: Language): string {
  if (person.missed.length === 0) return "";
  const parts = person.missed.map(({ code, count }) => `${count} ${short[code][language]}`);
  if (language === "en") {
    const room = person.room < person.wished ? `${person.wished} wishes for ${person.room} free places; ` : "";
    return `${person.got} of ${person.wished}: ${room}${parts.join(", ")}.`;
  }
  const room = person.room < person.wished ? `${person.wished}个意愿，只有${person.room}个空位；` : "";
  return `${person.wished}场中得到${person.got}场：${room}${parts.join("，")}。`;
}
