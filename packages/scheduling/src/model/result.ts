import type { ConflictItem } from "../explain/conflict.ts";

export interface Placement {
  meetingId: string;
  /** The first of its slots. */
  slotId: string;
  locationId: string;
  /** One per party, in the order of the meeting's parties. */
  representativeIds: string[];
}

export type ScheduleStatus =
  /** Proven: nothing better exists. */
  | "optimal"
  /** Valid, all musts held. */
  | "feasible"
  /** Valid, but some must found no place and it is not proven that none exists. */
  | "incomplete"
  /** Proven: the musts cannot all be held. */
  | "infeasible";

export interface Schedule {
  status: ScheduleStatus;
  objective: "weight" | "breaks";
  placements: Placement[];
  unscheduledMeetingIds: string[];
  /** Weight of the scheduled meetings, or number of breaks. */
  value: number;
  /** Proven: no schedule has more weight, or fewer breaks. */
  bound: number;
  seconds: number;
  /** For an infeasible problem: rules that contradict each other and would not if one were dropped; `sayConflict` puts them into words. */
  conflict: ConflictItem[];
}

export interface Progress {
  phase: string;
  value: number | null;
  bound: number | null;
}

export interface SolveOptions {
  seed?: number;
  /** Milliseconds of work after which the best so far is returned. */
  deadlineMs?: number;
  shouldStop?: () => boolean;
  onProgress?: (progress: Progress) => void;
  now?: () => number;
  /** The plan to stay close to. */
  previous?: readonly Placement[];
}
