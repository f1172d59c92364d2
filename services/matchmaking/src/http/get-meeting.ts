import { getMeeting } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { presentMeeting } from "../presenting/present-meetings.ts";
import { actorOf } from "./actor-of.ts";

export const getMeetingRoute = ({ meetings, organizations }: MatchmakingDeps) =>
  route(getMeeting, async ({ params: { fairId, meetingId }, principal }) =>
    presentMeeting(organizations, actorOf(principal, fairId), await meetings.load(meetingId)),
  );
