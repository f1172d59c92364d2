import { declineMeeting } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { declineMeeting as decide } from "../domain/decline-meeting.ts";
import { presentMeeting } from "../presenting/present-meetings.ts";
import { actorOf } from "./actor-of.ts";

export const declineMeetingRoute = ({ meetings, organizations }: MatchmakingDeps) =>
  route(declineMeeting, async ({ params: { fairId, meetingId }, body, principal, cause, now }) => {
    const actor = actorOf(principal, fairId);
    const written = await meetings.update(meetingId, (state) => decide({ actor, ...body, now }, state), cause);
    return presentMeeting(organizations, actor, written);
  });
