import type { Schedule } from "@rialto/service-kit/schedule";
import type { MatchmakingDeps } from "../deps.ts";
import { expireRequest } from "../domain/expire-request.ts";
import { requestsToExpire } from "../store/due-meetings.ts";

/** Requests that nobody answered in time end, and their numbers are free again. */
export const expireRequests = ({ meetings }: MatchmakingDeps): Schedule => ({
  name: "matchmaking.expire-requests",
  everyMs: 5_000,
  async run({ now, signal, cause }) {
    for await (const meetingId of requestsToExpire(meetings, now)) {
      if (signal.aborted) return;
      await meetings.update(meetingId, (state) => expireRequest({ now }, state), cause);
    }
  },
});
