import { rescheduleMeeting } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import { bookRescheduling } from "../booking/book-rescheduling.ts";
import type { MatchmakingDeps } from "../deps.ts";
import { presentMeeting } from "../presenting/present-meetings.ts";
import { actorOf } from "./actor-of.ts";

export const rescheduleMeetingRoute = (deps: MatchmakingDeps) =>
  route(rescheduleMeeting, async ({ params: { fairId, meetingId }, body, principal, cause, now }) => {
    const actor = actorOf(principal, fairId);
    const written = await bookRescheduling(deps, { meetingId, actor, ...body, now }, cause);
    return presentMeeting(deps.organizations, actor, written);
  });
