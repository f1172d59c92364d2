import { withdrawMeeting } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { withdrawMeeting as decide } from "../domain/withdraw-meeting.ts";
import { presentMeeting } from "../presenting/present-meetings.ts";
import { actorOf } from "./actor-of.ts";

export const withdrawMeetingRoute = ({ meetings, organizations }: MatchmakingDeps) =>
  route(withdrawMeeting, async ({ params: { fairId, meetingId }, principal, cause, now }) => {
    const actor = actorOf(principal, fairId);
    const written = await meetings.update(meetingId, (state) => decide({ actor, now }, state), cause);
    return presentMeeting(organizations, actor, written);
  });
