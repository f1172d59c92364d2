import { scheduleAnnounced } from "@rialto/contracts/matchmaking/schedule-run-events";
import type { Store, StoreDeclaration } from "@rialto/persistence/store.types";
import { evolveScheduleNotice, noNotice, type ScheduleNotice, type ScheduleNoticeEvent } from "../domain/schedule-notice.ts";

export type ScheduleNotices = Store<ScheduleNotice, ScheduleNoticeEvent>;

export const scheduleNoticesDeclaration: StoreDeclaration<ScheduleNotice, ScheduleNoticeEvent> = {
  name: "scheduleNotices",
  context: "matchmaking",
  definitions: [scheduleAnnounced],
  initial: noNotice,
  evolve: evolveScheduleNotice,
};
