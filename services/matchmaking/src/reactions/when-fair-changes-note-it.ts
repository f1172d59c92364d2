import { fairPlanned, fairRulesChanged, zoneAdded } from "@rialto/contracts/venue/events";
import { react } from "@rialto/messaging/bus";
import type { MatchmakingDeps } from "../deps.ts";
import { type FairNews, fairAfter } from "../domain/fair-after.ts";

const noteFair = "matchmaking.note-fair";

/** When a fair is planned or its rules or zones change, its grid and limits are known here. */
export function whenFairChangesNoteIt({ fairs }: MatchmakingDeps) {
  const handle = async (news: FairNews) => void (await fairs.apply(news.data.fairId, news, fairAfter));
  return [react(fairPlanned, noteFair, handle), react(fairRulesChanged, noteFair, handle), react(zoneAdded, noteFair, handle)];
}
