import { liveCounters } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { presentCounters } from "../presenting/present-counters.ts";
import { countMeetings } from "../store/meeting-counts.ts";

export const liveCountersRoute = ({ meetings, booths, fair }: MatchmakingDeps) =>
  route(liveCounters, async ({ params: { fairId }, now }) => {
    const [known, assigned, counts] = await Promise.all([
      fair(fairId),
      booths.find({ "row.fairId": fairId }),
      countMeetings(meetings, fairId),
    ]);
    return presentCounters(
      known,
      assigned.map(({ row }) => row),
      counts,
      now,
    );
  });
