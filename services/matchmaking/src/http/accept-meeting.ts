import { acceptMeeting } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import { bookAcceptance } from "../booking/book-acceptance.ts";
import type { MatchmakingDeps } from "../deps.ts";
import { presentMeeting } from "../presenting/present-meetings.ts";
import { actorOf } from "./actor-of.ts";

export const acceptMeetingRoute = (deps: MatchmakingDeps) =>
  route(acceptMeeting, async ({ params: { fairId, meetingId }, body, principal, cause, now }) => {
    const actor = actorOf(principal, fairId);
    const written = await bookAcceptance(deps, { meetingId, actor, ...body, now }, cause);
    return presentMeeting(deps.organizations, actor, written);
  });
