import { v5, v7 } from "uuid";
import { z } from "zod";

const RIALTO = "6d6f6c6c-7269-5a6c-8a74-6f2d66616972";

/** A new, time-ordered identifier (UUID version 7). */
export const newId = (): string => v7();

/** The one identifier that follows from these parts: the same parts give the same id in every process (UUID version 5). */
export const derivedId = (...parts: readonly string[]): string => v5(parts.join("\u001f"), RIALTO);

const id = (name: string, of: string) => z.uuid().meta({ title: name, description: `Identifier of ${of}` });

export const AccountId = id("AccountId", "an account");
export const FairId = id("FairId", "one edition of a fair");
export const OrganizationId = id("OrganizationId", "an organization's presence at one fair");
export const RepresentativeId = id("RepresentativeId", "a representative of an organization at one fair");
export const OfferId = id("OfferId", "an offer");
export const NeedId = id("NeedId", "a need");
export const HallId = id("HallId", "a hall");
export const ZoneId = id("ZoneId", "a zone");
export const BoothId = id("BoothId", "a booth, which is also a meeting location");
export const MeetingId = id("MeetingId", "a meeting request and the meeting it becomes");
export const ScheduleRunId = id("ScheduleRunId", "a run of the automatic schedule");
export const AgreementId = id("AgreementId", "an agreement");
export const CeremonyId = id("CeremonyId", "a ceremony");
export const RunOfShowItemId = id("RunOfShowItemId", "an item of a ceremony's run of show");
export const CertificateId = id("CertificateId", "a certificate");
export const NotificationId = id("NotificationId", "a notification");

/** A time slot within its fair, for example `d1-0930`: day 1, 09:30 in the fair's time zone. */
export const SlotId = z
  .string()
  .regex(/^d[1-9]\d?-\d{4}$/)
  .meta({ title: "SlotId", description: "Identifier of a time slot within its fair, for example d1-0930", example: "d1-0930" });
