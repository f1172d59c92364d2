import type { Schedule } from "@rialto/service-kit/schedule";
import type { MatchmakingDeps } from "../deps.ts";
import { markMissed } from "../domain/mark-missed.ts";
import { meetingsBegun } from "../store/due-meetings.ts";

/** Meetings for which a side has not come in time are missed, and the slot is free for others. */
export const markNoShows = ({ meetings, fairs }: MatchmakingDeps): Schedule => ({
  name: "matchmaking.mark-no-shows",
  everyMs: 5_000,
  async run({ now, signal, cause }) {
    for (const { row: fair } of await fairs.find()) {
      for await (const meetingId of meetingsBegun(meetings, fair, now)) {
        if (signal.aborted) return;
        await meetings.update(meetingId, (state) => markMissed({ rules: fair.rules, now }, state), cause);
      }
    }
  },
});
