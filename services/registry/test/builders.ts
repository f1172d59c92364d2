import { newId } from "@rialto/contracts/kernel/ids";
import { offerPublished, organizationRegistered, representativeAdded } from "@rialto/contracts/registry/events";
import type { InvitedAccount, OpenAccount } from "../src/domain/account.ts";
import type { PublishedListing } from "../src/domain/listing.ts";
import { type ExistingOrganization, evolveOrganization, noOrganization } from "../src/domain/organization.ts";

export const now = "2026-08-03T02:00:00.000Z";
export const later = (seconds: number): string => new Date(Date.parse(now) + seconds * 1_000).toISOString();

export const fairId = newId();
export const lin = newId();
export const stranger = newId();

export const asLin = { accountId: lin, fairId, organizer: false };
export const asStranger = { accountId: stranger, fairId, organizer: false };
export const asOrganizer = { accountId: newId(), fairId, organizer: true };

export const profile = organizationRegistered.example.profile;
export const person = representativeAdded.example.profile;
export const content = offerPublished.example.content;

/** An organization whose first representative is Lin. */
export function anOrganization(status: ExistingOrganization["status"] = "verified"): ExistingOrganization {
  const organizationId = newId();
  const added = { organizationId, fairId, role: profile.role, representativeId: newId(), accountId: lin, addedAt: now } as const;
  const state = [
    organizationRegistered.draft({ organizationId, fairId, profile, registeredAt: now }),
    representativeAdded.draft({ ...added, profile: person }),
  ].reduce(evolveOrganization, noOrganization);
  if (state.status !== "registered") throw new Error("registering did not register");
  if (status === "registered") return state;
  return status === "verified" ? { ...state, status, verifiedAt: now } : { ...state, status, reason: "Papers missing" };
}

const accountFacts = {
  email: "lin.yue@lanhai.example",
  emailKey: "lin.yue@lanhai.example",
  name: person.name,
  language: "zh",
  operator: false,
  grants: [],
  sessionsEpoch: 0,
} as const;

export const anAccount = (overrides: Partial<OpenAccount> = {}): OpenAccount => ({
  ...accountFacts,
  id: newId(),
  status: "open",
  passwordHash: "hash-1",
  ...overrides,
});

export const anInvitedAccount = (overrides: Partial<InvitedAccount> = {}): InvitedAccount => ({
  ...accountFacts,
  id: newId(),
  status: "invited",
  invitation: { tokenHash: "token-1", expiresAt: later(60), fairId },
  ...overrides,
});

export const aListing = (overrides: Partial<PublishedListing> = {}): PublishedListing => ({
  id: newId(),
  organizationId: newId(),
  fairId,
  status: "published",
  content,
  publishedAt: now,
  searchTerms: [],
  tagKeys: [],
  ...overrides,
});
