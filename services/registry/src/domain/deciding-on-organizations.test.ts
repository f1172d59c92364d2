import { newId } from "@rialto/contracts/kernel/ids";
import { organizationChanged, organizationRejected, organizationVerified } from "@rialto/contracts/registry/events";
import { given } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { anOrganization, asLin, asOrganizer, asStranger, fairId, now, profile } from "../../test/builders.ts";
import { changeOrganization } from "./change-organization.ts";
import { seesReason, visibleOrganization } from "./may-see-organization.ts";
import { evolveOrganization, noOrganization } from "./organization.ts";
import { rejectOrganization } from "./reject-organization.ts";
import { verifyOrganization } from "./verify-organization.ts";

describe("verifyOrganization", () => {
  test.each(["registered", "rejected"] as const)("a %s organization is admitted", (status) => {
    const organization = anOrganization(status);
    const verified = organizationVerified.draft({ organizationId: organization.id, fairId, verifiedAt: now });
    given(organization).when(verifyOrganization, { fairId, now }).then([verified]);
    expect(evolveOrganization(organization, verified)).not.toHaveProperty("reason");
  });

  test("verified twice is verified once", () => {
    given(anOrganization("verified")).when(verifyOrganization, { fairId, now }).thenNothing();
  });

  test("ORGANIZATION_NOT_FOUND: none, or one of another fair", () => {
    given(noOrganization).when(verifyOrganization, { fairId, now }).thenRefused("ORGANIZATION_NOT_FOUND");
    given(anOrganization()).when(verifyOrganization, { fairId: newId(), now }).thenRefused("ORGANIZATION_NOT_FOUND");
  });
});

describe("rejectOrganization", () => {
  test.each(["registered", "verified", "rejected"] as const)(
    "a %s organization is rejected with the reason it will read",
    (status) => {
      const organization = anOrganization(status);
      const rejected = { organizationId: organization.id, fairId, reason: "Licence unreadable", rejectedAt: now };
      given(organization)
        .when(rejectOrganization, { fairId, reason: "Licence unreadable", now })
        .then([organizationRejected.draft(rejected)]);
    },
  );

  test("rejected twice for the same reason is rejected once", () => {
    given(anOrganization("rejected")).when(rejectOrganization, { fairId, reason: "Papers missing", now }).thenNothing();
  });
});

describe("changeOrganization", () => {
  const changed = { ...profile, languages: ["zh", "en", "es"] };

  test.each([
    ["a representative", asLin],
    ["an organizer", asOrganizer],
  ])("%s changes the profile", (_, actor) => {
    const organization = anOrganization();
    given(organization)
      .when(changeOrganization, { actor, profile: changed, now })
      .then([organizationChanged.draft({ organizationId: organization.id, fairId, profile: changed, changedAt: now })]);
  });

  test("the same profile says nothing", () => {
    given(anOrganization()).when(changeOrganization, { actor: asLin, profile, now }).thenNothing();
  });

  test("ORGANIZATION_ROLE_FIXED", () => {
    const asBuyer = { ...profile, role: "buyer" as const };
    given(anOrganization())
      .when(changeOrganization, { actor: asLin, profile: asBuyer, now })
      .thenRefused("ORGANIZATION_ROLE_FIXED");
  });

  test("NOT_YOUR_ORGANIZATION", () => {
    given(anOrganization())
      .when(changeOrganization, { actor: asStranger, profile: changed, now })
      .thenRefused("NOT_YOUR_ORGANIZATION");
  });
});

describe("visibleOrganization", () => {
  const look = (actor: typeof asLin, zoneManager = false) => ({ ...actor, zoneManager });

  test("a verified organization is seen by all, the others by themselves and by those who run the fair", () => {
    expect(visibleOrganization(look(asStranger), anOrganization())).toBeDefined();
    for (const viewer of [look(asLin), look(asOrganizer), look(asStranger, true)]) {
      expect(visibleOrganization(viewer, anOrganization("rejected"))).toBeDefined();
    }
    expect(() => visibleOrganization(look(asStranger), anOrganization("registered"))).toThrow("ORGANIZATION_NOT_FOUND");
  });

  test("the reason of a rejection is nobody else's business", () => {
    expect(seesReason(look(asLin), anOrganization("rejected"))).toBe(true);
    expect(seesReason(look(asStranger), anOrganization("rejected"))).toBe(false);
  });
});
