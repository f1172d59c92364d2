import { requestMeeting } from "@rialto/contracts/matchmaking/operations";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import { bookRequest } from "../booking/book-request.ts";
import type { MatchmakingDeps } from "../deps.ts";
import { actingFor } from "../domain/actor.ts";
import { presentMeeting } from "../presenting/present-meetings.ts";
import { actorOf } from "./actor-of.ts";

export const requestMeetingRoute = (deps: MatchmakingDeps) =>
  route(requestMeeting, async ({ params: { fairId }, body, principal, cause, now }) => {
    const actor = actorOf(principal, fairId);
    const { actingOrganizationId, ...wish } = body;
    const requester = actingFor(actor, actingOrganizationId);
    const meetingId = idFor(cause, "requestMeeting", fairId);
    const written = await bookRequest(deps, { meetingId, fairId, requester, ...wish, now }, cause);
    return presentMeeting(deps.organizations, actor, written);
  });
