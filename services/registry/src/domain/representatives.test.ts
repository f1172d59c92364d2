import { newId } from "@rialto/contracts/kernel/ids";
import { representativeAdded, representativeRemoved } from "@rialto/contracts/registry/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { anOrganization, asLin, asOrganizer, asStranger, fairId, lin, now, person, stranger } from "../../test/builders.ts";
import { addRepresentative } from "./add-representative.ts";
import { removeRepresentative } from "./remove-representative.ts";

const colleague = { representativeId: newId(), accountId: stranger, profile: person };
const withColleague = () => {
  const organization = anOrganization();
  return { ...organization, representatives: [...organization.representatives, colleague] };
};

describe("addRepresentative", () => {
  test("a colleague joins in the organization's role", () => {
    const organization = anOrganization();
    const added = { organizationId: organization.id, fairId, role: "exhibitor", ...colleague, addedAt: now } as const;
    given(organization)
      .when(addRepresentative, { actor: asLin, ...colleague, now })
      .then([representativeAdded.draft(added)]);
  });

  test("added twice is added once", () => {
    given(withColleague())
      .when(addRepresentative, { actor: asLin, ...colleague, now })
      .thenNothing();
  });

  test("NOT_YOUR_ORGANIZATION: nobody adds themselves", () => {
    given(anOrganization())
      .when(addRepresentative, { actor: asStranger, ...colleague, now })
      .thenRefused("NOT_YOUR_ORGANIZATION");
  });

  test("REPRESENTATIVE_LIMIT_REACHED: the fifty-first", () => {
    const fifty = Array.from({ length: 50 }, () => ({ ...colleague, representativeId: newId(), accountId: newId() }));
    given({ ...anOrganization(), representatives: fifty })
      .when(addRepresentative, { actor: asOrganizer, ...colleague, now })
      .thenRefused("REPRESENTATIVE_LIMIT_REACHED");
  });
});

describe("removeRepresentative", () => {
  const remove = { actor: asLin, representativeId: colleague.representativeId, now };

  test("a colleague acts no longer", () => {
    const organization = withColleague();
    const { representativeId, accountId } = colleague;
    const removed = { organizationId: organization.id, fairId, representativeId, accountId, removedAt: now };
    given(organization)
      .when(removeRepresentative, remove)
      .then([representativeRemoved.draft(removed)]);
  });

  test("LAST_REPRESENTATIVE: an organization without people could not be asked anything", () => {
    const organization = anOrganization();
    const [only] = organization.representatives;
    given(organization)
      .when(removeRepresentative, { ...remove, representativeId: only?.representativeId ?? lin })
      .thenRefused("LAST_REPRESENTATIVE");
  });

  test("REPRESENTATIVE_NOT_FOUND and NOT_YOUR_ORGANIZATION", () => {
    given(anOrganization()).when(removeRepresentative, remove).thenRefused("REPRESENTATIVE_NOT_FOUND");
    given(anOrganization())
      .when(removeRepresentative, { ...remove, actor: asStranger })
      .thenRefused("NOT_YOUR_ORGANIZATION");
  });
});
