import { dayOf } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { actingFor } from "../domain/actor.ts";
import { calendarOf } from "../domain/calendar.ts";
import { presentMeetings } from "../presenting/present-meetings.ts";
import { findCalendarMeetings } from "../store/calendar-meetings.ts";
import { actorOf } from "./actor-of.ts";

export const dayOfRoute = ({ meetings, organizations, fair }: MatchmakingDeps) =>
  route(dayOf, async ({ params: { fairId }, query, principal, now }) => {
    const actor = actorOf(principal, fairId);
    const me = actingFor(actor, query.actingOrganizationId);
    const [{ slots }, found] = await Promise.all([fair(fairId), findCalendarMeetings(meetings, fairId, me)]);
    const calendar = calendarOf({ slots, day: query.day, me, meetings: found.map(({ state }) => state), now });
    const shown = found.filter(({ state }) => calendar.meetingIds.has(state.meetingId));
    return { slots: calendar.slots, meetings: await presentMeetings(organizations, actor, shown) };
  });
