import type { FairRole } from "./values.ts";

/**
 * Who may call an operation. `fair` policies need a `fairId` among the path parameters: the caller must hold one of the
 * roles at that very fair. Whether a thing belongs to the caller is a rule of the domain, not a policy.
 */
export type Policy = PublicPolicy | SignedInPolicy | FairPolicy | OperatorPolicy;

export interface PublicPolicy {
  readonly kind: "public";
}
export interface SignedInPolicy {
  readonly kind: "signedIn";
}
export interface FairPolicy {
  readonly kind: "fair";
  readonly roles: readonly FairRole[];
}
export interface OperatorPolicy {
  readonly kind: "operator";
}

export const anyone: PublicPolicy = { kind: "public" };
export const signedIn: SignedInPolicy = { kind: "signedIn" };
export const operatorOnly: OperatorPolicy = { kind: "operator" };
export const atFair = (...roles: FairRole[]): FairPolicy => ({ kind: "fair", roles });

export const everyFairRole = [
  "organizer",
  "zoneManager",
  "ceremonyHost",
  "exhibitor",
  "buyer",
  "partner",
] as const satisfies FairRole[];

/** What a caller may do at one fair, as the access token carries it. */
export interface Grant {
  readonly fairId: string;
  readonly role: FairRole;
  /** Present for exhibitor, buyer and partner. */
  readonly organizationId?: string;
  readonly representativeId?: string;
}

/** Who is calling. */
export interface Principal {
  readonly accountId: string;
  readonly operator: boolean;
  readonly grants: readonly Grant[];
}

export type PolicyVerdict = "allowed" | "signInNeeded" | "forbidden";

/** The one place where a policy is judged. */
export function judge(policy: Policy, principal: Principal | undefined, fairId: string | undefined): PolicyVerdict {
  if (policy.kind === "public") return "allowed";
  if (principal === undefined) return "signInNeeded";
  switch (policy.kind) {
    case "signedIn":
      return "allowed";
    case "operator":
      return principal.operator ? "allowed" : "forbidden";
    case "fair":
      return grantsAt(principal, fairId).some((grant) => policy.roles.includes(grant.role)) ? "allowed" : "forbidden";
  }
}

/** The caller's grants at one fair. */
export const grantsAt = (principal: Principal, fairId: string | undefined): readonly Grant[] =>
  principal.grants.filter((grant) => grant.fairId === fairId);
