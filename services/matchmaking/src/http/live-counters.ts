import { liveCounters } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { presentCounters } from "../presenting/present-counters.ts";
import { coalesced } from "../store/coalesced.ts";
import { countMeetings } from "../store/meeting-counts.ts";

export function liveCountersRoute({ meetings, booths, fair }: MatchmakingDeps) {
  const counts = coalesced((fairId) => countMeetings(meetings, fairId));
  return route(liveCounters, async ({ params: { fairId }, now }) => {
    const [known, assigned, counted] = await Promise.all([fair(fairId), booths.find({ "row.fairId": fairId }), counts(fairId)]);
    return presentCounters(
      known,
      assigned.map(({ row }) => row),
      counted,
      now,
    );
  });
}
