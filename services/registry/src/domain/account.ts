import type { DraftOf } from "@rialto/contracts/kernel/event";
import type { Grant } from "@rialto/contracts/kernel/policy";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { accountOpened, roleGranted, roleRevoked, sessionsEnded } from "@rialto/contracts/registry/events";
import { accountCreated, type InvitationFacts, invitationRenewed, passwordSet } from "./private-events.ts";

export interface HeldGrant extends Grant {
  readonly grantedAt: string;
}

interface AccountFacts {
  readonly id: string;
  readonly email: string;
  readonly emailKey: string;
  readonly name: LocalizedName;
  readonly language: "en" | "zh";
  readonly operator: boolean;
  readonly grants: readonly HeldGrant[];
  /** How often all sessions were ended; it is in every token, and one of an earlier epoch opens nothing. */
  readonly sessionsEpoch: number;
}

export type InvitedAccount = AccountFacts & { readonly status: "invited"; readonly invitation: InvitationFacts };
export type OpenAccount = AccountFacts & { readonly status: "open"; readonly passwordHash: string };
export type ExistingAccount = InvitedAccount | OpenAccount;
export type Account = { readonly status: "none" } | ExistingAccount;

export const accountDefinitions = [
  accountCreated,
  accountOpened,
  passwordSet,
  invitationRenewed,
  roleGranted,
  roleRevoked,
  sessionsEnded,
] as const;
export type AccountEvent = DraftOf<(typeof accountDefinitions)[number]>;

export const noAccount: Account = { status: "none" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

type Created = DraftOf<typeof accountCreated>["data"];
function created({ accountId, access, ...facts }: Created): ExistingAccount {
  const account = { ...facts, id: accountId, grants: [], sessionsEpoch: 0 };
  return "invitation" in access
    ? { ...account, status: "invited", invitation: access.invitation }
    : { ...account, status: "open", passwordHash: access.passwordHash };
}

/** Setting a password uses the invitation up. */
function withPassword(state: ExistingAccount, passwordHash: string): OpenAccount {
  if (state.status === "open") return { ...state, passwordHash };
  const { invitation: _, status: __, ...facts } = state;
  return { ...facts, status: "open", passwordHash };
}

type Role = Pick<Grant, "fairId" | "role"> & {
  readonly organizationId?: string | undefined;
  readonly representativeId?: string | undefined;
};

/** The same role at the same fair for the same organization. */
export const sameRole = (a: Role, b: Role): boolean =>
  a.fairId === b.fairId && a.role === b.role && a.organizationId === b.organizationId;

type Granted = DraftOf<typeof roleGranted>["data"];
const heldGrant = ({ fairId, role, organizationId, representativeId, grantedAt }: Granted): HeldGrant => ({
  fairId,
  role,
  ...(organizationId === undefined ? {} : { organizationId }),
  ...(representativeId === undefined ? {} : { representativeId }),
  grantedAt,
});

export function evolveAccount(state: Account, event: AccountEvent): Account {
  if (event.type === accountCreated.type) return created(event.data);
  if (state.status === "none") return state;
  switch (event.type) {
    case accountOpened.type:
      return state;
    case passwordSet.type:
      return withPassword(state, event.data.passwordHash);
    case invitationRenewed.type:
      return state.status === "invited" ? { ...state, invitation: event.data.invitation } : state;
    case roleGranted.type:
      return { ...state, grants: [...state.grants, heldGrant(event.data)] };
    case roleRevoked.type:
      return { ...state, grants: state.grants.filter((grant) => !sameRole(grant, event.data)) };
    case sessionsEnded.type:
      return { ...state, sessionsEpoch: event.data.epoch };
    default:
      return unhandled(event);
  }
}
