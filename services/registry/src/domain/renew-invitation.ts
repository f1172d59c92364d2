import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { Account, AccountEvent, InvitedAccount } from "./account.ts";
import { type InvitationFacts, invitationRenewed } from "./private-events.ts";

export interface RenewInvitation {
  readonly invitation: InvitationFacts;
  /** Organizers answer for everybody at their fair, representatives only for people of their organization. */
  readonly asOrganizer: boolean;
}

const within =
  (scope: InvitationFacts, asOrganizer: boolean) => (other: { fairId: string; organizationId?: string | undefined }) =>
    other.fairId === scope.fairId && (asOrganizer || other.organizationId === scope.organizationId);

/**
 * Whoever has the token becomes this person, with every role that the person holds. So nobody may renew the invitation of
 * somebody who was invited by, or acts for, others as well.
 */
const reachesBeyond = (state: InvitedAccount, { invitation, asOrganizer }: RenewInvitation): boolean =>
  ![state.invitation, ...state.grants].every(within(invitation, asOrganizer));

export function renewInvitation(command: RenewInvitation, state: Account): AccountEvent[] {
  if (state.status !== "invited" || state.operator || reachesBeyond(state, command)) {
    throw refuseInRegistry("INVITATION_NOT_NEEDED");
  }
  return [invitationRenewed.draft({ accountId: state.id, invitation: command.invitation })];
}
