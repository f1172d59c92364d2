import type { DraftOf } from "@rialto/contracts/kernel/event";
import {
  type OrganizationProfile,
  organizationChanged,
  organizationRegistered,
  organizationRejected,
  organizationVerified,
  type RepresentativeProfile,
  representativeAdded,
  representativeRemoved,
} from "@rialto/contracts/registry/events";
import { fold, searchTermsOf } from "./search-terms.ts";

export interface Representative {
  readonly representativeId: string;
  readonly accountId: string;
  readonly profile: RepresentativeProfile;
}

interface OrganizationFacts {
  readonly id: string;
  readonly fairId: string;
  readonly profile: OrganizationProfile;
  readonly representatives: readonly Representative[];
  readonly registeredAt: string;
  /** Derived from the name, for lists in its order and for typed search. */
  readonly sortName: string;
  readonly searchTerms: readonly string[];
}

export type ExistingOrganization = OrganizationFacts &
  (
    | { readonly status: "registered" }
    | { readonly status: "verified"; readonly verifiedAt: string }
    | { readonly status: "rejected"; readonly reason: string }
  );
export type Organization = { readonly status: "none" } | ExistingOrganization;

export const organizationDefinitions = [
  organizationRegistered,
  organizationChanged,
  organizationVerified,
  organizationRejected,
  representativeAdded,
  representativeRemoved,
] as const;
export type OrganizationEvent = DraftOf<(typeof organizationDefinitions)[number]>;

export const noOrganization: Organization = { status: "none" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

const profiled = (profile: OrganizationProfile) => ({
  profile,
  sortName: fold(profile.name.en ?? profile.name.zh ?? ""),
  searchTerms: searchTermsOf([profile.name.en, profile.name.zh]),
});

type Registered = DraftOf<typeof organizationRegistered>["data"];
const registered = ({ organizationId, fairId, profile, registeredAt }: Registered): Organization => ({
  status: "registered",
  id: organizationId,
  fairId,
  ...profiled(profile),
  representatives: [],
  registeredAt,
});

const factsOf = ({ id, fairId, profile, representatives, registeredAt, sortName, searchTerms }: OrganizationFacts) => ({
  id,
  fairId,
  profile,
  representatives,
  registeredAt,
  sortName,
  searchTerms,
});

export function evolveOrganization(state: Organization, event: OrganizationEvent): Organization {
  if (event.type === organizationRegistered.type) return registered(event.data);
  if (state.status === "none") return state;
  switch (event.type) {
    case organizationChanged.type:
      return { ...state, ...profiled(event.data.profile) };
    case organizationVerified.type:
      return { ...factsOf(state), status: "verified", verifiedAt: event.data.verifiedAt };
    case organizationRejected.type:
      return { ...factsOf(state), status: "rejected", reason: event.data.reason };
    case representativeAdded.type: {
      const { representativeId, accountId, profile } = event.data;
      return { ...state, representatives: [...state.representatives, { representativeId, accountId, profile }] };
    }
    case representativeRemoved.type: {
      const { representativeId } = event.data;
      return { ...state, representatives: state.representatives.filter((one) => one.representativeId !== representativeId) };
    }
    default:
      return unhandled(event);
  }
}
