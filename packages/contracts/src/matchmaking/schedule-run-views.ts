import { z } from "zod";
import { FairId, MeetingId, OrganizationId, RepresentativeId, ScheduleRunId } from "../kernel/ids.ts";
import { Instant, LocalizedName, localizedProse } from "../kernel/values.ts";
import { TimeSlot } from "../venue/events.ts";
import {
  PublicationSummary,
  ScheduleChange,
  ScheduleProgress,
  ScheduleRules,
  ScheduleRunStatus,
  ScheduleSummary,
  ScheduleWishes,
  UndoSummary,
} from "./schedule-run-values.ts";

export const ScheduleRunView = z
  .object({
    runId: ScheduleRunId,
    version: z.int().min(1),
    fairId: FairId,
    kind: z.enum(["plan", "repair"]),
    status: ScheduleRunStatus,
    wishes: ScheduleWishes,
    rules: ScheduleRules,
    change: ScheduleChange.optional(),
    startedAt: Instant,
    /** How often the work was begun: a service that goes away is replaced by another one, from the start. */
    attempts: z.int().min(0),
    /** The best so far is wanted. */
    stopAsked: z.boolean(),
    progress: ScheduleProgress.optional(),
    summary: ScheduleSummary.optional(),
    reasons: z.array(z.object({ code: z.string(), message: z.string() })).max(100),
    publication: PublicationSummary.optional(),
    undo: UndoSummary.optional(),
    /** When it came into this status. */
    since: Instant,
  })
  .meta({ title: "ScheduleRunView" });
export type ScheduleRunView = z.input<typeof ScheduleRunView>;

/** Where a wish comes from; `confirmed` is a booked meeting, in a repair. */
export const WishSource = z.enum(["request", "preference", "recommendation", "confirmed"]).meta({ title: "WishSource" });
export type WishSource = z.infer<typeof WishSource>;

const Named = z.object({ organizationId: OrganizationId, name: LocalizedName.optional() });
const NamedPerson = Named.extend({
  person: z.object({ representativeId: RepresentativeId, name: LocalizedName.optional() }),
});
const At = z.object({ slot: TimeSlot, boothCode: z.string() });

export const ProposedMeetingView = z
  .object({
    /** The request's own, or the one that the meeting will get. */
    meetingId: MeetingId,
    source: WishSource,
    weight: z.number(),
    requester: NamedPerson,
    recipient: NamedPerson,
    ...At.shape,
    /** Where it is now, in a repair that moves it. */
    was: At.optional(),
  })
  .meta({ title: "ProposedMeetingView" });

const Sentence = localizedProse(2_000);

export const UnscheduledWishView = z
  .object({
    meetingId: MeetingId,
    source: WishSource,
    weight: z.number(),
    requester: Named,
    recipient: Named,
    /** `PARTY_FULL`, `LOCATION_FULL`, `WALKING`, ...: consumers show unknown codes by the sentence. */
    code: z.string().max(40),
    reason: Sentence,
    /** The smallest change that would admit it. */
    wouldFitIf: Sentence.optional(),
  })
  .meta({ title: "UnscheduledWishView" });

export const ComparedPersonView = z
  .object({
    ...Named.shape,
    person: z.object({ representativeId: RepresentativeId, name: LocalizedName.optional() }),
    /** Meetings today and in the plan. */
    before: z.int().min(0),
    after: z.int().min(0),
    /** Of the person's organization: wishes, how many found a place, and how many could have at most. */
    organization: z.object({ wished: z.int().min(0), got: z.int().min(0), possible: z.int().min(0) }),
    /** Why the organization got less than it wished. */
    because: Sentence.optional(),
  })
  .meta({ title: "ComparedPersonView" });

export const PublicationChangeView = z
  .object({
    meetingId: MeetingId,
    requester: Named,
    recipient: Named,
    /** Booked elsewhere than the run had found, or not booked. */
    kind: z.enum(["changed", "dropped"]),
    planned: At,
    booked: At.optional(),
    code: z.string().max(40),
    reason: Sentence,
  })
  .meta({ title: "PublicationChangeView" });
