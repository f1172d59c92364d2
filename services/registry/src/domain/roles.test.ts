import { newId } from "@rialto/contracts/kernel/ids";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import { roleGranted, roleRevoked, sessionsEnded } from "@rialto/contracts/registry/events";
import { given } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { anAccount, fairId, now } from "../../test/builders.ts";
import { evolveAccount, noAccount } from "./account.ts";
import { grantRole } from "./grant-role.ts";
import { mayGiveRole } from "./may-give-role.ts";
import { revokeRole } from "./revoke-role.ts";

const grant = { fairId, role: "exhibitor", organizationId: newId(), representativeId: newId() } as const;
const held = { ...grant, grantedAt: now };

describe("grantRole", () => {
  test("a role is granted once", () => {
    const account = anAccount();
    given(account)
      .when(grantRole, { grant, now })
      .then([roleGranted.draft({ accountId: account.id, ...grant, grantedAt: now })]);
    given(anAccount({ grants: [held] }))
      .when(grantRole, { grant, now })
      .thenNothing();
  });

  test("the same role for another organization is another role", () => {
    const account = anAccount({ grants: [held] });
    const second = { ...grant, organizationId: newId() };
    given(account)
      .when(grantRole, { grant: second, now })
      .then([roleGranted.draft({ accountId: account.id, ...second, grantedAt: now })]);
  });

  test("ROLE_LIMIT_REACHED: the sixty-fifth role", () => {
    const grants = Array.from({ length: 64 }, () => ({ ...held, fairId: newId() }));
    given(anAccount({ grants })).when(grantRole, { grant, now }).thenRefused("ROLE_LIMIT_REACHED");
  });

  test("ACCOUNT_NOT_FOUND", () => {
    given(noAccount).when(grantRole, { grant, now }).thenRefused("ACCOUNT_NOT_FOUND");
  });
});

describe("revokeRole", () => {
  test("with the role all sessions end, and every token before is of an old epoch", () => {
    const account = anAccount({ grants: [held], sessionsEpoch: 2 });
    const revoked = [
      roleRevoked.draft({ accountId: account.id, ...grant, revokedAt: now }),
      sessionsEnded.draft({ accountId: account.id, epoch: 3, reason: "roleRevoked", endedAt: now }),
    ];
    given(account).when(revokeRole, { grant, now }).then(revoked);
    expect(revoked.reduce(evolveAccount, account)).toMatchObject({ grants: [], sessionsEpoch: 3 });
  });

  test("a role that is not held needs no revoking", () => {
    given(anAccount()).when(revokeRole, { grant, now }).thenNothing();
  });
});

describe("mayGiveRole", () => {
  const nobody = { operator: false, organizer: false };
  const codeOf = (...args: Parameters<typeof mayGiveRole>) => {
    try {
      mayGiveRole(...args);
      return "allowed";
    } catch (error) {
      return error instanceof Refusal ? error.code : error;
    }
  };

  test.each([
    ["the operator gives any", { ...nobody, operator: true }, ["organizer", "zoneManager", "ceremonyHost"]],
    ["an organizer gives what cannot remove an organizer", { ...nobody, organizer: true }, ["zoneManager", "ceremonyHost"]],
  ] as const)("%s", (_, giver, roles) => {
    for (const role of roles) expect(codeOf(giver, role)).toBe("allowed");
  });

  test("ROLE_NOT_YOURS_TO_GIVE: an organizer makes no organizers, others give nothing", () => {
    expect(codeOf({ ...nobody, organizer: true }, "organizer")).toBe("ROLE_NOT_YOURS_TO_GIVE");
    expect(codeOf(nobody, "zoneManager")).toBe("ROLE_NOT_YOURS_TO_GIVE");
  });
});
