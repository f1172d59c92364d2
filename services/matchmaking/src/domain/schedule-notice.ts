import type { DraftOf } from "@rialto/contracts/kernel/event";
import { derivedId } from "@rialto/contracts/kernel/ids";
import { scheduleAnnounced } from "@rialto/contracts/matchmaking/schedule-run-events";

export type ScheduleNoticeEvent = DraftOf<typeof scheduleAnnounced>;
type Announcement = ScheduleNoticeEvent["data"];

/** That an organization's people were told of a publication, or of its end. */
export type ScheduleNotice = { readonly status: "none" } | { readonly status: "announced"; readonly runId: string };

export const noNotice: ScheduleNotice = { status: "none" };

export const evolveScheduleNotice = (_: ScheduleNotice, { data }: ScheduleNoticeEvent): ScheduleNotice => ({
  status: "announced",
  runId: data.runId,
});

/** One per run, matter and organization, so that a publication that is resumed tells nobody twice. */
export const noticeIdOf = (runId: string, about: Announcement["about"], organizationId: string): string =>
  derivedId("schedule-notice", runId, about, organizationId);

export function announceSchedule(command: Announcement, state: ScheduleNotice): ScheduleNoticeEvent[] {
  return state.status === "announced" ? [] : [scheduleAnnounced.draft(command)];
}
