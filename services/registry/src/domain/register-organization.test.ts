import { newId } from "@rialto/contracts/kernel/ids";
import { organizationRegistered, representativeAdded } from "@rialto/contracts/registry/events";
import { given } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { anOrganization, fairId, lin, now, person, profile, stranger } from "../../test/builders.ts";
import { noOrganization } from "./organization.ts";
import { organizationIdFor, registerOrganization } from "./register-organization.ts";

const organizationId = newId();
const representative = { representativeId: newId(), accountId: lin, profile: person };
const command = { fairId, organizationId, profile, representative, now };

describe("registerOrganization", () => {
  test("the organization comes with its first representative", () => {
    given(noOrganization)
      .when(registerOrganization, command)
      .then([
        organizationRegistered.draft({ organizationId, fairId, profile, registeredAt: now }),
        representativeAdded.draft({ organizationId, fairId, role: profile.role, ...representative, addedAt: now }),
      ]);
  });

  test("registered twice is registered once, also after the organizer has decided", () => {
    given(anOrganization("registered")).when(registerOrganization, command).thenNothing();
    given(anOrganization("rejected")).when(registerOrganization, command).thenNothing();
  });

  test("ORGANIZATION_ALREADY_REGISTERED: with other details, or by somebody who acts for it no more", () => {
    given(anOrganization())
      .when(registerOrganization, { ...command, profile: { ...profile, country: "BR" } })
      .thenRefused("ORGANIZATION_ALREADY_REGISTERED", { organizationId });
    given(anOrganization())
      .when(registerOrganization, { ...command, representative: { ...representative, accountId: stranger } })
      .thenRefused("ORGANIZATION_ALREADY_REGISTERED");
  });
});

describe("organizationIdFor", () => {
  const named = (en: string) => organizationIdFor(fairId, lin, { ...profile, name: { en } });

  test("follows from fair, person and name, however the name is typed", () => {
    expect(named("Lanhai Denim")).toBe(named("ＬANHAI denim"));
    expect(named("Lanhai Denim")).not.toBe(named("Lanhai Dyes"));
    expect(named("Lanhai Denim")).not.toBe(organizationIdFor(fairId, stranger, { ...profile, name: { en: "Lanhai Denim" } }));
  });
});
