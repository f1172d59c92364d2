import { z } from "zod";
import {
  AgreementId,
  BoothId,
  CeremonyId,
  CertificateId,
  FairId,
  MeetingId,
  NotificationId,
  OrganizationId,
  ScheduleRunId,
  SlotId,
} from "../kernel/ids.ts";
import { Instant, LocalizedName, localizedLine } from "../kernel/values.ts";
import { Reason } from "../matchmaking/events.ts";

/** Another organization, by the name a person reads. */
const Other = z.object({ organizationId: OrganizationId, name: LocalizedName });
const Slot = { slotId: SlotId, startsAt: Instant };
const aboutMeeting = { meetingId: MeetingId, other: Other };
/** Meetings of this person that are new, moved, or gone; `firstStartsAt` is the first of the new or moved ones. */
const aboutSchedule = {
  runId: ScheduleRunId,
  added: z.int().min(0),
  moved: z.int().min(0),
  cancelled: z.int().min(0),
  firstStartsAt: Instant.optional(),
};
const aboutAgreement = { agreementId: AgreementId, title: localizedLine(300) };

/** What a person can be told, by kind: each carries all that its line on the screen says, so that it reads well offline. */
export const NotificationContent = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("matchAppeared"),
      other: Other,
      score: z.number().min(0).max(1),
      reasons: z.array(Reason).max(20),
    }),
    z.object({
      kind: z.literal("meetingRequested"),
      ...aboutMeeting,
      proposedSlotIds: z.array(SlotId).max(3),
      expiresAt: Instant,
    }),
    z.object({ kind: z.literal("meetingRequestDeclined"), ...aboutMeeting }),
    z.object({ kind: z.literal("meetingRequestWithdrawn"), ...aboutMeeting }),
    z.object({ kind: z.literal("meetingRequestExpired"), ...aboutMeeting }),
    z.object({ kind: z.literal("meetingScheduled"), ...aboutMeeting, ...Slot, placeCode: z.string() }),
    z.object({ kind: z.literal("meetingRescheduled"), ...aboutMeeting, ...Slot, placeCode: z.string() }),
    z.object({ kind: z.literal("meetingCancelled"), ...aboutMeeting, ...Slot }),
    z.object({ kind: z.literal("meetingMissed"), ...aboutMeeting, ...Slot }),
    z.object({ kind: z.literal("slotFreed"), ...aboutMeeting, ...Slot }),
    z.object({ kind: z.literal("schedulePublished"), ...aboutSchedule }),
    z.object({ kind: z.literal("scheduleUndone"), ...aboutSchedule }),
    z.object({ kind: z.literal("organizationVerified"), organizationId: OrganizationId }),
    z.object({ kind: z.literal("organizationRejected"), organizationId: OrganizationId, reason: z.string().max(1_000) }),
    z.object({ kind: z.literal("boothAssigned"), boothId: BoothId, code: z.string() }),
    z.object({ kind: z.literal("boothReleased"), boothId: BoothId, code: z.string(), reason: z.string().max(40) }),
    z.object({ kind: z.literal("agreementSent"), ...aboutAgreement }),
    z.object({ kind: z.literal("agreementReleased"), ...aboutAgreement }),
    z.object({ kind: z.literal("agreementRejected"), ...aboutAgreement }),
    z.object({ kind: z.literal("ceremonyOpened"), ceremonyId: CeremonyId, title: localizedLine(300), stage: LocalizedName }),
    z.object({ kind: z.literal("certificateIssued"), certificateId: CertificateId, verificationCode: z.string() }),
  ])
  .meta({ title: "NotificationContent" });
export type NotificationContent = z.infer<typeof NotificationContent>;
export type NotificationKind = NotificationContent["kind"];

/**
 * A place in a person's stream: opaque to clients, which only hand back the last one they have handled. Grows with every
 * notification of that person.
 */
export const Cursor = z
  .string()
  .max(80)
  .regex(/^[\w.-]+$/)
  .meta({ title: "Cursor", example: "k0001.00000000000000000042" });

/** A notification as a client receives it, live or replayed. */
export const Notification = z
  .object({
    notificationId: NotificationId,
    cursor: Cursor,
    fairId: FairId,
    occurredAt: Instant,
    content: NotificationContent,
  })
  .meta({ title: "Notification" });
export type Notification = z.infer<typeof Notification>;
