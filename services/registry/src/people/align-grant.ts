import type { Cause } from "@rialto/persistence/store.types";
import { grantRole } from "../domain/grant-role.ts";
import type { ExistingOrganization } from "../domain/organization.ts";
import { revokeRole } from "../domain/revoke-role.ts";
import type { Accounts } from "../store/accounts.ts";
import type { Organizations } from "../store/organizations.ts";
import { stepOf } from "./step-of.ts";

export interface AlignDeps {
  readonly accounts: Accounts;
  readonly organizations: Organizations;
}

export interface AlignGrant {
  readonly accountId: string;
  readonly organizationId: string;
  readonly now: string;
  readonly cause: Cause;
}

type Represented = { readonly organization: ExistingOrganization; readonly representativeId: string | undefined };

/**
 * Makes an account's grant agree with the organization's list of representatives. The list is read again after the write:
 * whoever changes the list aligns after that, so of two at once the later one sees both changes, in any order and however
 * often an event is delivered.
 */
export async function alignGrant({ accounts, organizations }: AlignDeps, align: AlignGrant): Promise<void> {
  const { accountId, organizationId, now, cause } = align;
  const read = async (): Promise<Represented | undefined> => {
    const { state } = await organizations.store.load(organizationId);
    if (state.status === "none") return undefined;
    const found = state.representatives.find((one) => one.accountId === accountId);
    return { organization: state, representativeId: found?.representativeId };
  };
  let seen = await read();
  while (seen !== undefined) {
    const { organization, representativeId } = seen;
    const role = { fairId: organization.fairId, role: organization.profile.role, organizationId };
    const decide: Parameters<typeof accounts.store.update>[1] = (state) =>
      representativeId === undefined
        ? revokeRole({ grant: role, now }, state)
        : grantRole({ grant: { ...role, representativeId }, now }, state);
    await accounts.store.update(accountId, decide, stepOf(cause));
    const again = await read();
    if (again?.representativeId === representativeId) return;
    seen = again;
  }
}
