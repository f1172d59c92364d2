import { z } from "zod";
import { BoothId, FairId, HallId, OrganizationId, ZoneId } from "../kernel/ids.ts";
import { Instant, LocalizedName, Outline } from "../kernel/values.ts";
import { BoothKind, FairRules, TimeSlot } from "./events.ts";

export const AtFair = z.object({ fairId: FairId });
export const AtBooth = z.object({ fairId: FairId, boothId: BoothId });

export const FairRulesInput = z.strictObject(FairRules.shape);

const WallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ title: "WallTime", description: "A time of day in the fair's time zone", example: "09:30" });

/** Far from the ends of the calendar, where the next day or another time zone has no date of four digits any more. */
const FairDate = z.iso.date().refine((date) => date >= "2000" && date < "2200", "must lie between 2000 and 2199");

/** When the fair is open, as its clocks show it. Closing at or before the opening time means the next day. */
export const OpeningPeriod = z.strictObject({ date: FairDate, opens: WallTime, closes: WallTime });
export type OpeningPeriod = z.infer<typeof OpeningPeriod>;

export const HallView = z
  .object({ hallId: HallId, name: LocalizedName, width: z.number().positive(), depth: z.number().positive() })
  .meta({ title: "Hall", description: "Width and depth in metres" });

export const ZoneView = z
  .object({ zoneId: ZoneId, hallId: HallId, name: LocalizedName, outline: Outline })
  .meta({ title: "Zone" });

export const FairView = z
  .object({
    fairId: FairId,
    version: z.int().positive(),
    name: LocalizedName,
    place: LocalizedName,
    timeZone: z.string(),
    rules: FairRules,
    slots: z.array(TimeSlot).max(1_000),
    halls: z.array(HallView).max(20),
    zones: z.array(ZoneView).max(100),
  })
  .meta({ title: "Fair" });

export const FairItem = z
  .object({
    fairId: FairId,
    name: LocalizedName,
    place: LocalizedName,
    timeZone: z.string(),
    firstSlotStartsAt: Instant,
    lastSlotEndsAt: Instant,
  })
  .meta({ title: "FairItem" });

/** What is written on a booth: `A-012`. */
export const BoothCode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,15}$/)
  .meta({ title: "BoothCode", example: "A-012" });

export const BoothStatus = z.enum(["available", "held", "assigned", "blocked"]).meta({ title: "BoothStatus" });

export const NewBooth = z.strictObject({
  zoneId: ZoneId,
  code: BoothCode,
  kind: BoothKind,
  outline: Outline,
  meetingCapacity: z.int().min(1).max(50),
});
export type NewBooth = z.infer<typeof NewBooth>;

/** Why one booth of a batch cannot be planned. `with` names the code of the booth in the way. */
export const BoothProblem = z.object({
  /** Position in the batch, from 0. */
  index: z.int().nonnegative(),
  code: z.string(),
  problem: z.enum(["zoneNotInHall", "outsideZone", "overlaps", "codeTaken"]),
  with: z.string().optional(),
});
export type BoothProblem = z.infer<typeof BoothProblem>;

/** Who holds or has a booth. A hold is shown to its own organization and to organizers only. */
const occupancy = {
  status: BoothStatus,
  organizationId: OrganizationId.optional(),
  name: LocalizedName.optional(),
  holdExpiresAt: Instant.optional(),
};

export const BoothView = z
  .object({
    boothId: BoothId,
    fairId: FairId,
    hallId: HallId,
    zoneId: ZoneId,
    version: z.int().positive(),
    code: BoothCode,
    kind: BoothKind,
    outline: Outline,
    meetingCapacity: z.int().positive(),
    ...occupancy,
    /** Why it is blocked. */
    reason: z.string().max(500).optional(),
  })
  .meta({ title: "Booth" });

/** A booth on the plan, as short as it can be: a thousand of them travel in one answer of less than 300 kB. */
export const PlanBooth = z
  .object({
    boothId: BoothId,
    version: z.int().positive(),
    code: BoothCode,
    kind: BoothKind,
    /** x, y, width, depth in metres from the hall's north-west corner. */
    at: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    ...occupancy,
  })
  .meta({ title: "PlanBooth" });

/** What an edit does, or with dryRun would do, to somebody. */
export const BoothEffect = z.object({
  effect: z.enum(["holdEnds", "assignmentEnds", "boothBlocked", "boothAvailable"]),
  organizationId: OrganizationId.optional(),
  name: LocalizedName.optional(),
});

export const EditedBooth = z
  .object({
    /** False for a dry run: nothing was changed. */
    applied: z.boolean(),
    effects: z.array(BoothEffect).max(10),
    /** As it is now; with dryRun as it would be, with today's version. */
    booth: BoothView,
  })
  .meta({ title: "EditedBooth" });

export const DryRunQuery = z.strictObject({
  /** `true`: say what would be affected and change nothing. */
  dryRun: z.enum(["true", "false"]).default("false"),
});
