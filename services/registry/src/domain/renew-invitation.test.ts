import { newId } from "@rialto/contracts/kernel/ids";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { anAccount, anInvitedAccount, fairId, later, now } from "../../test/builders.ts";
import { invitationRenewed } from "./private-events.ts";
import { renewInvitation } from "./renew-invitation.ts";

const organizationId = newId();
const first = { tokenHash: "token-1", expiresAt: later(60), fairId, organizationId };
const second = { ...first, tokenHash: "token-2" };
const grant = { fairId, role: "exhibitor", organizationId, grantedAt: now } as const;
const byColleague = { invitation: second, asOrganizer: false };
const byOrganizer = { invitation: second, asOrganizer: true };

describe("renewInvitation", () => {
  test("a colleague renews for somebody who acts for their organization only", () => {
    const account = anInvitedAccount({ invitation: first, grants: [grant] });
    given(account)
      .when(renewInvitation, byColleague)
      .then([invitationRenewed.draft({ accountId: account.id, invitation: second })]);
  });

  test("an organizer renews for anybody whose roles are all at that fair", () => {
    const grants = [grant, { ...grant, organizationId: newId() }, { fairId, role: "zoneManager", grantedAt: now } as const];
    const account = anInvitedAccount({ invitation: first, grants });
    given(account)
      .when(renewInvitation, byOrganizer)
      .then([invitationRenewed.draft({ accountId: account.id, invitation: second })]);
  });

  test("INVITATION_NOT_NEEDED: the token would open another organization to a colleague", () => {
    const elsewhere = { ...grant, organizationId: newId() };
    given(anInvitedAccount({ invitation: first, grants: [grant, elsewhere] }))
      .when(renewInvitation, byColleague)
      .thenRefused("INVITATION_NOT_NEEDED");
    given(anInvitedAccount({ invitation: { ...first, organizationId: newId() } }))
      .when(renewInvitation, byColleague)
      .thenRefused("INVITATION_NOT_NEEDED");
  });

  test("INVITATION_NOT_NEEDED: the token would open another fair to an organizer", () => {
    const grants = [grant, { ...grant, fairId: newId() }];
    given(anInvitedAccount({ invitation: first, grants }))
      .when(renewInvitation, byOrganizer)
      .thenRefused("INVITATION_NOT_NEEDED");
  });

  test("INVITATION_NOT_NEEDED: a person with a password, and the operator", () => {
    given(anAccount()).when(renewInvitation, byOrganizer).thenRefused("INVITATION_NOT_NEEDED");
    given(anInvitedAccount({ operator: true }))
      .when(renewInvitation, byOrganizer)
      .thenRefused("INVITATION_NOT_NEEDED");
  });
});
