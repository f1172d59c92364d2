import { z } from "zod";

/** An instant in UTC as it travels on the wire, for example 2026-09-01T10:05:00.000Z. */
export const Instant = z.iso.datetime().meta({ title: "Instant", description: "An instant in UTC, ISO 8601" });

/** One line of text somebody typed: no control characters, not only spaces. Broken surrogate pairs are refused. */
export const line = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "must not contain control characters");

/** Text of several lines: as `line`, but with line breaks and tabs. */
export const prose = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, "must not contain control characters");

const oneLanguage = (value: { en?: string | undefined; zh?: string | undefined }) =>
  value.en !== undefined || value.zh !== undefined;

/** The same line in English, in Simplified Chinese, or in both; at least one. */
export const localizedLine = (maximum: number) =>
  z.strictObject({ en: line(maximum).optional(), zh: line(maximum).optional() }).refine(oneLanguage, "needs English or Chinese");

/** The same text in English, in Simplified Chinese, or in both; at least one. */
export const localizedProse = (maximum: number) =>
  z
    .strictObject({ en: prose(maximum).optional(), zh: prose(maximum).optional() })
    .refine(oneLanguage, "needs English or Chinese");

export const LocalizedName = localizedLine(200).meta({
  title: "LocalizedName",
  description: "A name in English, Chinese or both",
});
export type LocalizedName = z.infer<typeof LocalizedName>;

export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ title: "CountryCode", description: "ISO 3166-1 alpha-2", example: "CN" });

export const LanguageCode = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/)
  .meta({ title: "LanguageCode", description: "BCP 47 language tag", example: "zh" });

/** A code of the Harmonized System: chapter, heading or subheading. */
export const HsCode = z
  .string()
  .regex(/^\d{2}(\d{2}(\d{2})?)?$/)
  .meta({
    title: "HsCode",
    description: "Harmonized System 2022 chapter (2 digits), heading (4) or subheading (6)",
    example: "6203",
  });

export const Tag = line(40).meta({ title: "Tag" });

/** An amount of money in the currency's smallest unit, so that sums are exact. */
export const Money = z
  .strictObject({
    minorUnits: z.int().nonnegative().max(Number.MAX_SAFE_INTEGER),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .meta({ title: "Money", description: "Amount in the smallest unit of an ISO 4217 currency" });

export const FairRole = z
  .enum(["organizer", "zoneManager", "ceremonyHost", "exhibitor", "buyer", "partner"])
  .meta({ title: "FairRole", description: "What a person may do at one fair" });
export type FairRole = z.infer<typeof FairRole>;

export const OrganizationRole = z.enum(["exhibitor", "buyer", "partner"]).meta({ title: "OrganizationRole" });
export type OrganizationRole = z.infer<typeof OrganizationRole>;

/** A rectangle on the plan of a hall, in metres from its north-west corner. */
export const Outline = z
  .strictObject({
    x: z.number().min(0).max(2_000),
    y: z.number().min(0).max(2_000),
    width: z.number().positive().max(2_000),
    depth: z.number().positive().max(2_000),
  })
  .meta({ title: "Outline", description: "A rectangle on the hall's plan, metres from its north-west corner" });
