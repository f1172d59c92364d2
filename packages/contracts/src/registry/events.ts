import { z } from "zod";
import { defineEvent, defineTopic } from "../kernel/event.ts";
import { AccountId, FairId, NeedId, OfferId, OrganizationId, RepresentativeId } from "../kernel/ids.ts";
import {
  CountryCode,
  FairRole,
  HsCode,
  Instant,
  LanguageCode,
  LocalizedName,
  localizedProse,
  OrganizationRole,
  Tag,
} from "../kernel/values.ts";

export const organizationsTopic = defineTopic("registry.organizations");
export const offersTopic = defineTopic("registry.offers");
export const needsTopic = defineTopic("registry.needs");
export const accountsTopic = defineTopic("registry.accounts");

/** What the fair may read about an organization. Contact data is not part of it. */
export const OrganizationProfile = z.object({
  role: OrganizationRole,
  name: LocalizedName,
  country: CountryCode,
  about: localizedProse(4_000).optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  /** Languages its people speak at the fair. */
  languages: z.array(LanguageCode).max(20),
});
export type OrganizationProfile = z.infer<typeof OrganizationProfile>;

/** What a representative shows to others at the fair. */
export const RepresentativeProfile = z.object({
  name: LocalizedName,
  title: LocalizedName.optional(),
  languages: z.array(LanguageCode).max(20),
});
export type RepresentativeProfile = z.infer<typeof RepresentativeProfile>;

/** Something an organization sells, or seeks. */
export const ListingContent = z.object({
  title: LocalizedName,
  description: localizedProse(4_000).optional(),
  hsCodes: z.array(HsCode).max(20),
  tags: z.array(Tag).max(30),
  /** Countries an offer is sold to, or a need is bought for. Empty: anywhere. */
  markets: z.array(CountryCode).max(250),
  certificates: z.array(Tag).max(20),
});
export type ListingContent = z.infer<typeof ListingContent>;

const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const organizationId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0101";
const representativeId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0201";
const accountId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0301";

const exampleProfile = {
  role: "exhibitor" as const,
  name: { en: "Lanhai Denim Works (example)", zh: "蓝海牛仔（示例）" },
  country: "CN",
  about: { en: "Men's denim from fibre to finished jeans.", zh: "从纤维到成衣的男装牛仔。" },
  languages: ["zh", "en"],
};
const exampleListing = {
  title: { en: "Stretch denim trousers for men", zh: "男士弹力牛仔裤" },
  hsCodes: ["6203"],
  tags: ["denim", "menswear"],
  markets: ["BR", "KR"],
  certificates: ["OEKO-TEX"],
};

const organizationEvent = { version: 1, topic: organizationsTopic, key: "organizationId" } as const;

export const organizationRegistered = defineEvent({
  ...organizationEvent,
  type: "registry.organization-registered",
  description: "An organization asks to take part in a fair; the organizer has yet to verify it",
  data: z.object({ organizationId: OrganizationId, fairId: FairId, profile: OrganizationProfile, registeredAt: Instant }),
  example: { organizationId, fairId, profile: exampleProfile, registeredAt: "2026-08-01T02:00:00.000Z" },
});

export const organizationChanged = defineEvent({
  ...organizationEvent,
  type: "registry.organization-changed",
  description: "An organization's profile is now this",
  data: z.object({ organizationId: OrganizationId, fairId: FairId, profile: OrganizationProfile, changedAt: Instant }),
  example: { organizationId, fairId, profile: exampleProfile, changedAt: "2026-08-02T02:00:00.000Z" },
});

export const organizationVerified = defineEvent({
  ...organizationEvent,
  type: "registry.organization-verified",
  description: "The organizer has checked the organization: it may hold booths, be matched and meet",
  data: z.object({ organizationId: OrganizationId, fairId: FairId, verifiedAt: Instant }),
  example: { organizationId, fairId, verifiedAt: "2026-08-02T03:00:00.000Z" },
});

export const organizationRejected = defineEvent({
  ...organizationEvent,
  type: "registry.organization-rejected",
  description: "The organizer does not admit the organization, for this reason; also after a verification",
  data: z.object({ organizationId: OrganizationId, fairId: FairId, reason: z.string().max(1_000), rejectedAt: Instant }),
  example: { organizationId, fairId, reason: "The business licence could not be read.", rejectedAt: "2026-08-02T03:00:00.000Z" },
});

export const representativeAdded = defineEvent({
  ...organizationEvent,
  type: "registry.representative-added",
  description: "A person may act for the organization at the fair",
  data: z.object({
    organizationId: OrganizationId,
    fairId: FairId,
    role: OrganizationRole,
    representativeId: RepresentativeId,
    accountId: AccountId,
    profile: RepresentativeProfile,
    addedAt: Instant,
  }),
  example: {
    organizationId,
    fairId,
    role: "exhibitor",
    representativeId,
    accountId,
    profile: { name: { en: "Lin Yue (example)", zh: "林悦（示例）" }, languages: ["zh", "en"] },
    addedAt: "2026-08-01T02:00:00.000Z",
  },
});

export const representativeRemoved = defineEvent({
  ...organizationEvent,
  type: "registry.representative-removed",
  description: "A person no longer acts for the organization",
  data: z.object({
    organizationId: OrganizationId,
    fairId: FairId,
    representativeId: RepresentativeId,
    accountId: AccountId,
    removedAt: Instant,
  }),
  example: { organizationId, fairId, representativeId, accountId, removedAt: "2026-08-03T02:00:00.000Z" },
});

const offerData = z.object({
  offerId: OfferId,
  organizationId: OrganizationId,
  fairId: FairId,
  content: ListingContent,
  publishedAt: Instant,
});
const exampleOffer = {
  offerId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0401",
  organizationId,
  fairId,
  content: exampleListing,
  publishedAt: "2026-08-02T04:00:00.000Z",
};

export const offerPublished = defineEvent({
  type: "registry.offer-published",
  version: 1,
  topic: offersTopic,
  key: "offerId",
  description: "An organization's offer is new or now reads so",
  data: offerData,
  example: exampleOffer,
});

export const offerWithdrawn = defineEvent({
  type: "registry.offer-withdrawn",
  version: 1,
  topic: offersTopic,
  key: "offerId",
  description: "An offer no longer stands",
  data: z.object({ offerId: OfferId, organizationId: OrganizationId, fairId: FairId, withdrawnAt: Instant }),
  example: { offerId: exampleOffer.offerId, organizationId, fairId, withdrawnAt: "2026-08-05T04:00:00.000Z" },
});

const exampleNeed = {
  needId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0501",
  organizationId,
  fairId,
  content: { ...exampleListing, title: { en: "Men's jeans, 20,000 pairs a season" } },
  publishedAt: "2026-08-02T04:00:00.000Z",
};

export const needPublished = defineEvent({
  type: "registry.need-published",
  version: 1,
  topic: needsTopic,
  key: "needId",
  description: "An organization's need is new or now reads so",
  data: z.object({
    needId: NeedId,
    organizationId: OrganizationId,
    fairId: FairId,
    content: ListingContent,
    publishedAt: Instant,
  }),
  example: exampleNeed,
});

export const needWithdrawn = defineEvent({
  type: "registry.need-withdrawn",
  version: 1,
  topic: needsTopic,
  key: "needId",
  description: "A need no longer stands",
  data: z.object({ needId: NeedId, organizationId: OrganizationId, fairId: FairId, withdrawnAt: Instant }),
  example: { needId: exampleNeed.needId, organizationId, fairId, withdrawnAt: "2026-08-05T04:00:00.000Z" },
});

const accountEvent = { version: 1, topic: accountsTopic, key: "accountId" } as const;

export const accountOpened = defineEvent({
  ...accountEvent,
  type: "registry.account-opened",
  description: "A person has an account",
  data: z.object({ accountId: AccountId, language: z.enum(["en", "zh"]), openedAt: Instant }),
  example: { accountId, language: "zh", openedAt: "2026-08-01T02:00:00.000Z" },
});

export const roleGranted = defineEvent({
  ...accountEvent,
  type: "registry.role-granted",
  description: "An account may act in this role at this fair",
  data: z.object({
    accountId: AccountId,
    fairId: FairId,
    role: FairRole,
    organizationId: OrganizationId.optional(),
    representativeId: RepresentativeId.optional(),
    grantedAt: Instant,
  }),
  example: { accountId, fairId, role: "exhibitor", organizationId, representativeId, grantedAt: "2026-08-01T02:00:00.000Z" },
});

export const roleRevoked = defineEvent({
  ...accountEvent,
  type: "registry.role-revoked",
  description: "An account may no longer act in this role at this fair; tokens issued before are not to be trusted for it",
  data: z.object({
    accountId: AccountId,
    fairId: FairId,
    role: FairRole,
    organizationId: OrganizationId.optional(),
    representativeId: RepresentativeId.optional(),
    revokedAt: Instant,
  }),
  example: { accountId, fairId, role: "exhibitor", organizationId, representativeId, revokedAt: "2026-08-03T02:00:00.000Z" },
});

export const sessionsEnded = defineEvent({
  ...accountEvent,
  type: "registry.sessions-ended",
  description: "Every session of the account has ended: tokens of an epoch below this one open nothing any more",
  data: z.object({
    accountId: AccountId,
    /** 1 after the first time; access tokens carry the account's epoch at their issue. */
    epoch: z.int().min(1),
    reason: z.enum(["signedOutEverywhere", "refreshTokenReused", "accountClosed", "passwordChanged", "roleRevoked"]),
    endedAt: Instant,
  }),
  example: { accountId, epoch: 1, reason: "signedOutEverywhere", endedAt: "2026-08-03T02:00:00.000Z" },
});

export const registryEvents = [
  organizationRegistered,
  organizationChanged,
  organizationVerified,
  organizationRejected,
  representativeAdded,
  representativeRemoved,
  offerPublished,
  offerWithdrawn,
  needPublished,
  needWithdrawn,
  accountOpened,
  roleGranted,
  roleRevoked,
  sessionsEnded,
] as const;
