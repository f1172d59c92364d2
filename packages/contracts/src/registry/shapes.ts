import { z } from "zod";
import { FairId, NeedId, OfferId, OrganizationId, RepresentativeId } from "../kernel/ids.ts";
import { CountryCode, Instant, LocalizedName, OrganizationRole } from "../kernel/values.ts";
import { ListingContent, OrganizationProfile, RepresentativeProfile } from "./events.ts";

/** Upper and lower case do not matter: `A@x.org` and `a@x.org` are one account. */
export const Email = z.string().trim().max(254).pipe(z.email()).meta({ title: "Email", example: "lin.yue@lanhai.example" });

/** Length is what makes a password strong; the upper bound keeps hashing cheap. */
export const Password = z.string().min(10).max(128).meta({ title: "Password" });

export const UiLanguage = z.enum(["en", "zh"]).meta({ title: "UiLanguage" });

export const OrganizationStatus = z.enum(["registered", "verified", "rejected"]).meta({ title: "OrganizationStatus" });

export const OrganizationProfileInput = z.strictObject(OrganizationProfile.shape);
export const RepresentativeProfileInput = z.strictObject(RepresentativeProfile.shape);
export const ListingContentInput = z.strictObject(ListingContent.shape);

export const AtFair = z.object({ fairId: FairId });
export const AtOrganization = z.object({ fairId: FairId, organizationId: OrganizationId });
export const AtRepresentative = z.object({
  fairId: FairId,
  organizationId: OrganizationId,
  representativeId: RepresentativeId,
});
export const AtOffer = z.object({ fairId: FairId, offerId: OfferId });
export const AtNeed = z.object({ fairId: FairId, needId: NeedId });

export const Representative = z
  .object({ representativeId: RepresentativeId, profile: RepresentativeProfile })
  .meta({ title: "Representative", description: "A person who acts for an organization, without contact data" });

export const OrganizationView = z
  .object({
    organizationId: OrganizationId,
    fairId: FairId,
    version: z.int().positive(),
    status: OrganizationStatus,
    /** Why it was rejected: for the organizer and the organization itself. */
    reason: z.string().max(1_000).optional(),
    profile: OrganizationProfile,
    representatives: z.array(Representative).max(50),
    registeredAt: Instant,
  })
  .meta({ title: "Organization" });

/** One line of a list of organizations. */
export const OrganizationItem = z
  .object({
    organizationId: OrganizationId,
    version: z.int().positive(),
    status: OrganizationStatus,
    role: OrganizationRole,
    name: LocalizedName,
    country: CountryCode,
  })
  .meta({ title: "OrganizationItem" });

/** Whose listing it is, as a line under its title. */
export const ListingOwner = z
  .object({ organizationId: OrganizationId, name: LocalizedName, country: CountryCode, role: OrganizationRole })
  .meta({ title: "ListingOwner" });

const listing = { version: z.int().positive(), content: ListingContent, publishedAt: Instant };
export const OfferView = z.object({ offerId: OfferId, ...listing }).meta({ title: "Offer" });
export const NeedView = z.object({ needId: NeedId, ...listing }).meta({ title: "Need" });

/** A way in for somebody who has no password yet. Shown once: only its hash is kept. */
export const Invitation = z.object({ token: z.string().max(100), expiresAt: Instant }).meta({ title: "Invitation" });

export const InvitationToken = z
  .string()
  .regex(/^[\w-]{20,100}$/)
  .meta({ title: "InvitationToken" });

export const RefreshToken = z
  .string()
  .regex(/^[0-9a-f-]{36}\.[\w-]{43}$/)
  .meta({ title: "RefreshToken" });

/** What a client keeps while somebody is signed in. */
export const Session = z
  .object({
    accountId: z.uuid(),
    accessToken: z.string(),
    accessTokenExpiresAt: Instant,
    /** Good for one refresh, which gives the next one. */
    refreshToken: RefreshToken,
    refreshTokenExpiresAt: Instant,
  })
  .meta({ title: "Session" });
export type Session = z.infer<typeof Session>;
