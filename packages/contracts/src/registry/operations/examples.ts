import { needPublished, offerPublished, organizationRegistered, representativeAdded } from "../events.ts";

export const { organizationId, fairId, profile } = organizationRegistered.example;
export const { accountId, representativeId, profile: representativeProfile } = representativeAdded.example;
export const { offerId, content: offerContent } = offerPublished.example;
export const { needId, content: needContent } = needPublished.example;

export const atFair = { fairId };
export const atOrganization = { fairId, organizationId };

export const exampleOrganization = {
  organizationId,
  fairId,
  version: 2,
  status: "registered" as const,
  profile,
  representatives: [{ representativeId, profile: representativeProfile }],
  registeredAt: "2026-08-01T02:00:00.000Z",
};

export const exampleInvitation = {
  token: "q0Vb8rjq2nqkB3p1rVwS9m3oJrYk5y0m5l1m6Q8oZrE",
  expiresAt: "2026-08-15T02:00:00.000Z",
};

export const exampleSession = {
  accountId,
  accessToken: "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIuLi4ifQ.c2lnbmF0dXJl",
  accessTokenExpiresAt: "2026-08-01T02:05:00.000Z",
  refreshToken: "5b1f1c0a-7f0e-4b52-9f5c-0e1b8f6f4a10.q0Vb8rjq2nqkB3p1rVwS9m3oJrYk5y0m5l1m6Q8oZrE",
  refreshTokenExpiresAt: "2026-08-31T02:00:00.000Z",
};
