import { definePrivateEvent } from "@rialto/contracts/kernel/event";
import { AccountId, FairId, OrganizationId } from "@rialto/contracts/kernel/ids";
import { Instant, LocalizedName } from "@rialto/contracts/kernel/values";
import { UiLanguage } from "@rialto/contracts/registry/shapes";
import { z } from "zod";

// Facts that carry personal data or secrets stay in the account's own document and are never sent.

const Invited = z.object({
  tokenHash: z.string(),
  expiresAt: Instant,
  fairId: FairId,
  /** Absent: invited to run the fair, not for an organization. */
  organizationId: OrganizationId.optional(),
});
export type InvitationFacts = z.output<typeof Invited>;

export const accountCreated = definePrivateEvent({
  type: "registry.account-created",
  version: 1,
  data: z.object({
    accountId: AccountId,
    email: z.string(),
    emailKey: z.string(),
    name: LocalizedName,
    language: UiLanguage,
    operator: z.boolean(),
    access: z.union([z.object({ passwordHash: z.string() }), z.object({ invitation: Invited })]),
  }),
});

export const passwordSet = definePrivateEvent({
  type: "registry.password-set",
  version: 1,
  data: z.object({ accountId: AccountId, passwordHash: z.string(), setAt: Instant }),
});

export const invitationRenewed = definePrivateEvent({
  type: "registry.invitation-renewed",
  version: 1,
  data: z.object({ accountId: AccountId, invitation: Invited }),
});
