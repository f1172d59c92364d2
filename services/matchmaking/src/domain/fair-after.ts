import type { EnvelopeOf } from "@rialto/contracts/kernel/event";
import type { fairPlanned, fairRulesChanged, zoneAdded } from "@rialto/contracts/venue/events";
import type { Fair } from "./fair.ts";

export type FairNews = EnvelopeOf<typeof fairPlanned> | EnvelopeOf<typeof fairRulesChanged> | EnvelopeOf<typeof zoneAdded>;

/** What is known of a fair after this event; the plan is always its first. */
export function fairAfter(row: Fair | undefined, news: FairNews): Fair | undefined {
  if (news.type === "venue.fair-planned.v1") {
    const { fairId, name, place, timeZone, rules, slots } = news.data;
    const inOrder = [...slots].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
    return { fairId, name, place, timeZone, rules, slots: inOrder, zones: row?.zones ?? [] };
  }
  if (row === undefined) return undefined;
  if (news.type === "venue.fair-rules-changed.v1") return { ...row, rules: news.data.rules };
  const { zoneId, name } = news.data;
  return { ...row, zones: [...row.zones.filter((zone) => zone.zoneId !== zoneId), { zoneId, name }] };
}
