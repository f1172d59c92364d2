import type { Reason } from "../explain/reason.ts";
import type { Placement } from "../model/result.ts";

export interface RepairOptions {
  /** Confirmed meetings: kept where they are, or dropped if that became impossible; never moved. */
  pinnedMeetingIds?: Iterable<string>;
  /** The first slot that has not begun. Meetings before it are history: they stay even where a change forbids them, unless they are called off. */
  notBeforeSlotId?: string;
  /** Other meetings that may move so that one keeps a place, 3 by default. */
  movesPerMeeting?: number;
  /** Existing meetings that may move for one new meeting, 1 by default. */
  movesPerNewMeeting?: number;
  /** Also try meetings that had no place, where the changes freed somebody or something. Off by default. */
  fill?: boolean;
  /** Positions looked at before only free places are used: the bound on time, 100,000 by default. */
  effort?: number;
}

export interface Move {
  meetingId: string;
  from: Placement;
  to: Placement;
}

export interface Repaired {
  /** Existing meetings with another slot, location or representative. */
  moved: Move[];
  /** New meetings, and with `fill` waiting ones, that got a place. */
  added: Placement[];
  /** Existing meetings that lost their place, and why. */
  dropped: { meetingId: string; from: Placement; reason: Reason }[];
  /** New meetings without a place, and why. */
  notAdded: { meetingId: string; reason: Reason }[];
  /** Existing meetings that stay exactly as they were. */
  kept: number;
  /** Weight of the meetings that are held, before and after. */
  valueBefore: number;
  value: number;
  seconds: number;
}
