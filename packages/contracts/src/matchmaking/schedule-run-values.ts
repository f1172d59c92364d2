import { z } from "zod";
import { BoothId, RepresentativeId, SlotId } from "../kernel/ids.ts";

/** Which wishes a run tries to hold. */
export const ScheduleWishes = z
  .strictObject({
    /** Open requests, in any slot of the run: what they propose was a first idea. */
    requests: z.boolean().default(true),
    /** `mutual`: both sides said that they want to meet. `oneSided`: one of them did and the other did not refuse. */
    preferences: z.enum(["none", "mutual", "oneSided"]).default("mutual"),
    /** Recommendations of at least this score, though nobody asked; absent: none. */
    recommendedFrom: z.number().min(0).max(1).optional(),
  })
  .meta({ title: "ScheduleWishes" });
export type ScheduleWishes = z.output<typeof ScheduleWishes>;

const Minutes = z.int().min(0).max(120);

/** What the plan must keep to. Meetings that are confirmed never move. */
export const ScheduleRules = z
  .strictObject({
    /** Slots that may be used; absent: all that have not begun. */
    slotIds: z.array(SlotId).min(1).max(400).optional(),
    /** Days that may be used, 1 is the fair's first; absent: all. */
    days: z.array(z.int().min(1).max(99)).min(1).max(31).optional(),
    maxPerPersonPerDay: z.int().min(1).max(100).optional(),
    /** Meetings of one person in slots that follow each other, before one is left free. */
    maxInARow: z.int().min(1).max(100).optional(),
    /** Minutes on foot. They are compared with the pause between two slots, and with `withinSlot`, by which meetings end early. */
    walking: z
      .strictObject({ withinZone: Minutes, withinHall: Minutes, betweenHalls: Minutes, withinSlot: Minutes })
      .default({ withinZone: 0, withinHall: 0, betweenHalls: 0, withinSlot: 0 }),
    /** Seconds of calculation; the best plan found by then is the result. */
    budgetSeconds: z.int().min(1).max(600).default(30),
    /** The same wishes, rules and seed give the same plan. */
    seed: z.int().min(0).max(2_147_483_647).default(1),
  })
  .meta({ title: "ScheduleRules" });
export type ScheduleRules = z.output<typeof ScheduleRules>;

/** What happened to a plan that is in force. */
export const ScheduleChange = z
  .discriminatedUnion("kind", [
    /** Late, ill, called away: not there in these slots. */
    z.strictObject({
      kind: z.literal("participantUnavailable"),
      representativeId: RepresentativeId,
      slotIds: z.array(SlotId).min(1).max(400),
    }),
    /** The whole booth, or some slots of it. */
    z.strictObject({
      kind: z.literal("boothClosed"),
      boothId: BoothId,
      slotIds: z.array(SlotId).min(1).max(400).optional(),
    }),
    /** Nothing is held in the slot any more. */
    z.strictObject({ kind: z.literal("slotRemoved"), slotId: SlotId }),
  ])
  .meta({ title: "ScheduleChange" });
export type ScheduleChange = z.output<typeof ScheduleChange>;

export const ScheduleRunStatus = z
  .enum(["queued", "running", "finished", "interrupted", "failed", "discarded", "publishing", "published", "undoing", "undone"])
  .meta({ title: "ScheduleRunStatus" });
export type ScheduleRunStatus = z.infer<typeof ScheduleRunStatus>;

const Count = z.int().min(0);

/** Where the work stands. */
export const ScheduleProgress = z
  .object({
    stage: z.enum(["collecting", "solving", "storing", "repairing", "booking", "telling", "undoing"]),
    /** What the engine does just now, in its own word. */
    phase: z.string().max(40).optional(),
    /** Weight of the wishes in the best plan so far, and the proven limit; while solving. */
    value: z.number().optional(),
    bound: z.number().optional(),
    /** Of how many; while booking, telling and undoing. */
    done: Count.optional(),
    total: Count.optional(),
    seconds: z.number().min(0),
  })
  .meta({ title: "ScheduleProgress" });
export type ScheduleProgress = z.infer<typeof ScheduleProgress>;

/** What a finished run has found, in numbers. */
export const ScheduleSummary = z
  .object({
    /** As the engine proves it: nothing better exists, valid, a must has no place, the musts contradict each other. */
    outcome: z.enum(["optimal", "feasible", "incomplete", "infeasible"]),
    value: z.number(),
    bound: z.number(),
    seconds: z.number().min(0),
    wishes: Count,
    placed: Count,
    unscheduled: Count,
    /** Meetings that were confirmed already and stay as they are. */
    confirmed: Count,
    people: Count,
    /** Stopped by the organizer before the time was over. */
    stopped: z.boolean(),
    /** How many people have 0, 1, 2, ... meetings; the last entry counts all beyond. */
    before: z.array(Count).max(41),
    after: z.array(Count).max(41),
    /** Confirmed meetings that a repair would move or give up; 0 for a plan. */
    moved: Count,
    dropped: Count,
  })
  .meta({ title: "ScheduleSummary" });
export type ScheduleSummary = z.infer<typeof ScheduleSummary>;

/** What became of a publication. */
export const PublicationSummary = z
  .object({
    booked: Count,
    /** Booked elsewhere than the run had found, because of what others booked meanwhile. */
    changed: Count,
    /** Not booked, because of the same. */
    dropped: Count,
    /** People who were told, once each. */
    told: Count,
    seconds: z.number().min(0),
  })
  .meta({ title: "PublicationSummary" });
export type PublicationSummary = z.infer<typeof PublicationSummary>;

/** What became of taking a publication back. */
export const UndoSummary = z
  .object({
    cancelled: Count,
    /** Requests that are open again. */
    reopened: Count,
    /** Repaired meetings that are back where they were. */
    movedBack: Count,
    /** Left alone: changed by somebody since, begun, or over. */
    kept: Count,
    told: Count,
    seconds: z.number().min(0),
  })
  .meta({ title: "UndoSummary" });
export type UndoSummary = z.infer<typeof UndoSummary>;
