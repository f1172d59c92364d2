import type { MeetingStatus } from "@rialto/contracts/matchmaking/views";
import type { AggregateDocument } from "@rialto/persistence/store.types";
import type { QueryFilter } from "mongoose";
import { seatClaimsOf } from "../domain/claims.ts";
import type { ExistingMeeting, Meeting } from "../domain/meeting.ts";
import type { Meetings } from "./meetings.ts";
import { afterCursor, cursorOf } from "./page-cursor.ts";

/** Whose meetings. */
export type MeetingScope =
  | { readonly representativeId: string }
  | { readonly organizationId: string }
  | { readonly fairId: string };

export interface MeetingSearch {
  readonly fairId: string;
  readonly scope: MeetingScope;
  readonly status?: MeetingStatus | undefined;
  readonly slotId?: string | undefined;
  readonly boothId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface FoundMeeting {
  readonly version: number;
  readonly state: ExistingMeeting;
}

type Filter = QueryFilter<AggregateDocument<Meeting>>;
const newestFirst = { "state.requestedAt": -1, _id: -1 } as const;

/** One page, newest request first; the order is total, so nothing is shown twice or left out between pages. */
export async function findMeetings({ model }: Meetings, search: MeetingSearch) {
  const { fairId, scope, status, slotId, boothId, cursor, limit } = search;
  const filter: Filter = {
    "state.fairId": fairId,
    ...scopeFilter(scope),
    ...(status === undefined ? {} : { "state.status": status }),
    ...(slotId === undefined ? {} : { "state.slotId": slotId }),
    ...(boothId === undefined ? {} : { "state.active": true, "state.claims": seatClaimsOf(boothId) }),
    ...(cursor === undefined ? {} : afterCursor("state.requestedAt", cursor)),
  };
  const found = await model
    .find(filter, { version: 1, state: 1 })
    .sort(newestFirst)
    .limit(limit + 1)
    .lean<FoundMeeting[]>();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    ...(found.length > limit && last !== undefined ? { nextCursor: cursorOf(last.state.requestedAt, last.state.meetingId) } : {}),
  };
}

function scopeFilter(scope: MeetingScope): Filter {
  if ("representativeId" in scope) return { "state.representativeIds": scope.representativeId };
  if ("organizationId" in scope) return { "state.organizationIds": scope.organizationId };
  return {};
}
