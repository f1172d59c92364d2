import { z } from "zod";
import { AgreementId, OrganizationId, RepresentativeId, RunOfShowItemId } from "../kernel/ids.ts";
import { LocalizedName, localizedLine, localizedProse, Money } from "../kernel/values.ts";

export const AgreementTerms = z
  .object({
    kind: z.enum(["mou", "intent", "contract"]),
    title: localizedLine(300),
    summary: localizedProse(4_000).optional(),
    amount: z.object({ money: Money, amountKind: z.enum(["intended", "contracted"]) }).optional(),
    /** What the drafting side suggests to announce; each party decides for itself when it releases. */
    disclosable: z.boolean(),
  })
  .meta({ title: "AgreementTerms" });
export type AgreementTerms = z.infer<typeof AgreementTerms>;

/** A party and who signs for it; the order of parties is the order of signing. */
export const Party = z
  .object({ organizationId: OrganizationId, name: LocalizedName, signatoryId: RepresentativeId, signatoryName: LocalizedName })
  .meta({ title: "Party" });
export type Party = z.infer<typeof Party>;

/** What may be said in public, as the parties released it; the strictest of them holds. */
export const Announcement = z
  .object({
    agreement: z.boolean().meta({ description: "That the agreement exists, its title and its parties" }),
    amount: z.boolean().meta({ description: "Its amount; needs `agreement`" }),
  })
  .meta({ title: "Announcement" });
export type Announcement = z.infer<typeof Announcement>;

/** One item of a run of show, in its order on stage. */
export const RunOfShowItem = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("signing"), itemId: RunOfShowItemId, agreementId: AgreementId, minutes: z.int().min(1).max(120) }),
    z.object({
      kind: z.literal("plaqueConferral"),
      itemId: RunOfShowItemId,
      title: localizedLine(300),
      conferrer: LocalizedName,
      recipients: z.array(LocalizedName).min(1).max(20),
      minutes: z.int().min(1).max(120),
    }),
    z.object({
      kind: z.literal("speech"),
      itemId: RunOfShowItemId,
      title: localizedLine(300),
      speaker: LocalizedName,
      minutes: z.int().min(1).max(120),
    }),
    z.object({ kind: z.literal("photo"), itemId: RunOfShowItemId, title: localizedLine(300), minutes: z.int().min(1).max(120) }),
  ])
  .meta({ title: "RunOfShowItem" });
export type RunOfShowItem = z.infer<typeof RunOfShowItem>;
