import { checkIn } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { checkIn as decide } from "../domain/check-in.ts";
import { presentMeeting } from "../presenting/present-meetings.ts";
import { actorOf } from "./actor-of.ts";

export const checkInRoute = ({ meetings, organizations, fair }: MatchmakingDeps) =>
  route(checkIn, async ({ params: { fairId, meetingId }, principal, cause, now }) => {
    const actor = actorOf(principal, fairId);
    const { rules } = await fair(fairId);
    const written = await meetings.update(meetingId, (state) => decide({ actor, rules, now }, state), cause);
    return presentMeeting(organizations, actor, written);
  });
