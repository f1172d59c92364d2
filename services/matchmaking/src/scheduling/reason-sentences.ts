import type { LocalizedName } from "@rialto/contracts/kernel/values";
import type { Admission, Reason, ReasonCode, SmallChange } from "@rialto/scheduling/explain/reason";

/** Names of what a reason speaks about. */
export interface SaidNames {
  /** An organization or a person, in a language. */
  readonly party: (id: string, language: "en" | "zh") => string;
  /** The code on a booth. */
  readonly booth: (id: string) => string;
}

const most = 4;
const listed = (ids: readonly string[], separator: string) =>
  ids.length <= most ? ids.join(separator) : `${ids.slice(0, most).join(separator)}${separator}…`;

/** Why a wish has no place, in a sentence of both languages. */
export function sentenceOf(reason: Reason, names: SaidNames): LocalizedName {
  const en = {
    party: (id: string) => names.party(id, "en"),
    parties: (ids: readonly string[]) => ids.map((id) => names.party(id, "en")).join(" and "),
    booths: (ids: readonly string[]) => listed(ids.map(names.booth), ", "),
    slots: (ids: readonly string[]) => listed(ids, ", "),
  };
  const zh = {
    party: (id: string) => names.party(id, "zh"),
    parties: (ids: readonly string[]) => ids.map((id) => names.party(id, "zh")).join("与"),
    booths: (ids: readonly string[]) => listed(ids.map(names.booth), "、"),
    slots: (ids: readonly string[]) => listed(ids, "、"),
  };
  switch (reason.code) {
    case "EXCLUDED":
      return { en: `${en.parties(reason.partyIds)} do not meet`, zh: `${zh.parties(reason.partyIds)}不可会面` };
    case "NO_OWN_SLOT":
      return { en: "no slot of the run may be used for it", zh: "本次排期没有可用于该洽谈的时段" };
    case "NEVER_AVAILABLE":
      return { en: `${en.party(reason.partyId)} is never there`, zh: `${zh.party(reason.partyId)}始终不在场` };
    case "NO_COMMON_SLOT":
      return { en: `${en.parties(reason.partyIds)} are never there together`, zh: `${zh.parties(reason.partyIds)}没有共同时段` };
    case "LOCATION_CLOSED":
      return {
        en: `booth ${en.booths(reason.locationIds)} is closed when both are there`,
        zh: `双方在场时展位${zh.booths(reason.locationIds)}不开放`,
      };
    case "WAITS_FOR_OTHER":
    case "ORDER_LEAVES_NO_SLOT":
      return { en: "another meeting would have to come first", zh: "须待另一场洽谈安排之后" };
    case "PARTY_FULL":
      return {
        en: `${en.party(reason.partyId)} is engaged in all ${reason.slotIds.length} slots that they share (${en.slots(reason.slotIds)})`,
        zh: `${zh.party(reason.partyId)}在双方共有的${reason.slotIds.length}个时段均已约满（${zh.slots(reason.slotIds)}）`,
      };
    case "BOTH_FULL":
      return {
        en: `${en.parties(reason.partyIds)} are engaged in all ${reason.slotIds.length} slots that they share`,
        zh: `${zh.parties(reason.partyIds)}在共有的${reason.slotIds.length}个时段均已约满`,
      };
    case "ENGAGED_IN_TURN":
      return {
        en: `in each of the ${reason.slotIds.length} slots that they share, one of ${en.parties(reason.partyIds)} is engaged`,
        zh: `在共有的${reason.slotIds.length}个时段中，${zh.parties(reason.partyIds)}总有一方已有安排`,
      };
    case "LOCATION_FULL":
      return {
        en: `booth ${en.booths(reason.locationIds)} is full in the ${reason.slotIds.length} slots that both have free (${en.slots(reason.slotIds)})`,
        zh: `双方均空闲的${reason.slotIds.length}个时段内展位${zh.booths(reason.locationIds)}已约满（${zh.slots(reason.slotIds)}）`,
      };
    case "LIMIT_PER_DAY":
      return {
        en: `${en.party(reason.partyId)} has ${reason.limit} meetings on the days that are left, which is the limit`,
        zh: `${zh.party(reason.partyId)}在余下日期已达每日上限${reason.limit}场`,
      };
    case "LIMIT_IN_A_ROW":
      return {
        en: `${en.party(reason.partyId)} would have more than ${reason.limit} meetings in a row`,
        zh: `${zh.party(reason.partyId)}将连续超过${reason.limit}场洽谈`,
      };
    case "WALKING":
      return {
        en: `${en.parties(reason.partyIds)} could not walk there in time`,
        zh: `${zh.parties(reason.partyIds)}来不及走到`,
      };
    case "NOT_TRIED":
      return {
        en: `it would fit (${en.slots(reason.slotIds)}), but the time was over before it was tried`,
        zh: `本可安排（${zh.slots(reason.slotIds)}），但计算时间已到`,
      };
    case "CANCELLED":
      return { en: "it was called off", zh: "该洽谈已取消" };
    case "GAVE_WAY":
      return { en: "it gave way to a meeting that must be held", zh: "已让位于必须举行的洽谈" };
    case "PINNED_IMPOSSIBLE":
      return {
        en: `it is confirmed for ${reason.slotId}, which has become impossible`,
        zh: `该洽谈已确认在${reason.slotId}，但现已无法举行`,
      };
  }
}

/** What would admit it, in a sentence of both languages. */
export function admissionSentence({ slotId, changes }: Admission, names: SaidNames): LocalizedName {
  const said = changes.map((change) => changeSentence(change, names));
  return {
    en: `at ${slotId}, if ${said.map(({ en }) => en).join(" and ")}`,
    zh: `如果${said.map(({ zh }) => zh).join("且")}，则可安排在${slotId}`,
  };
}

function changeSentence(change: SmallChange, names: SaidNames): { readonly en: string; readonly zh: string } {
  const party =
    "partyId" in change ? { en: names.party(change.partyId, "en"), zh: names.party(change.partyId, "zh") } : { en: "", zh: "" };
  switch (change.kind) {
    case "partyAvailable":
      return { en: `${party.en} were there`, zh: `${party.zh}在场` };
    case "meetingReleased":
      return { en: `${party.en} gave up another meeting`, zh: `${party.zh}放弃另一场洽谈` };
    case "seatAdded":
      return {
        en: `booth ${names.booth(change.locationId)} had one more seat`,
        zh: `展位${names.booth(change.locationId)}增加一个座位`,
      };
    case "locationOpened":
      return { en: `booth ${names.booth(change.locationId)} were open`, zh: `展位${names.booth(change.locationId)}开放` };
    case "limitRaised":
      return {
        en: `${party.en} accepted ${change.to} meetings ${change.limit === "maxPerDay" ? "on that day" : "in a row"}`,
        zh: `${party.zh}接受${change.limit === "maxPerDay" ? "当日" : "连续"}${change.to}场`,
      };
    case "wayShortened":
      return { en: `${party.en} had a neighbouring meeting nearer by`, zh: `${party.zh}相邻的洽谈距离更近` };
    case "exclusionLifted":
      return { en: "they agreed to meet", zh: "双方同意会面" };
    case "orderDropped":
      return { en: "the order of the meetings did not matter", zh: "不要求洽谈先后顺序" };
    case "ownRulesRelaxed":
      return { en: "the run allowed that slot", zh: "本次排期允许使用该时段" };
  }
}

const shortEnglish: Readonly<Record<ReasonCode, string>> = {
  EXCLUDED: "excluded",
  NO_OWN_SLOT: "without a slot",
  NEVER_AVAILABLE: "never there",
  NO_COMMON_SLOT: "without a common slot",
  LOCATION_CLOSED: "booth closed",
  WAITS_FOR_OTHER: "waiting for another meeting",
  ORDER_LEAVES_NO_SLOT: "waiting for another meeting",
  PARTY_FULL: "one side engaged throughout",
  BOTH_FULL: "both sides engaged throughout",
  ENGAGED_IN_TURN: "one side or the other engaged",
  LOCATION_FULL: "booth full",
  LIMIT_PER_DAY: "limit of the day",
  LIMIT_IN_A_ROW: "limit in a row",
  WALKING: "too far to walk",
  NOT_TRIED: "not tried",
  CANCELLED: "called off",
  GAVE_WAY: "gave way",
  PINNED_IMPOSSIBLE: "no longer possible",
};
const shortChinese: Readonly<Record<ReasonCode, string>> = {
  EXCLUDED: "不可会面",
  NO_OWN_SLOT: "无可用时段",
  NEVER_AVAILABLE: "不在场",
  NO_COMMON_SLOT: "无共同时段",
  LOCATION_CLOSED: "展位不开放",
  WAITS_FOR_OTHER: "等待其他洽谈",
  ORDER_LEAVES_NO_SLOT: "等待其他洽谈",
  PARTY_FULL: "一方已约满",
  BOTH_FULL: "双方均约满",
  ENGAGED_IN_TURN: "时段被双方交替占用",
  LOCATION_FULL: "展位已满",
  LIMIT_PER_DAY: "达到每日上限",
  LIMIT_IN_A_ROW: "达到连续上限",
  WALKING: "步行距离过远",
  NOT_TRIED: "未尝试",
  CANCELLED: "已取消",
  GAVE_WAY: "已让位",
  PINNED_IMPOSSIBLE: "已无法举行",
};

/** Why somebody got less than wished: how many wishes for which reason. */
export const missedSentence = (missed: readonly { readonly code: ReasonCode; readonly count: number }[]): LocalizedName => ({
  en: missed.map(({ code, count }) => `${count} ${shortEnglish[code]}`).join(", "),
  zh: missed.map(({ code, count }) => `${count}项${shortChinese[code]}`).join("，"),
});
