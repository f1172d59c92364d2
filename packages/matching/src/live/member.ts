import { refuse } from "../errors.ts";
import { type Tell, tellAnswered, tellAsked } from "../profile/context.ts";
import { type Knowledge, type ProductVector, productVector } from "../profile/product-vector.ts";
import type { Profile, Side } from "../profile/profile.ts";
import { enlarged, largestWeight } from "./postings.ts";
import { stableHash } from "./stable-hash.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * A profile as the index holds it. `data` packs four lists into one array (one small object instead of four): needs and
 * offers as (feature, weight) pairs, then asked and answered context tokens, each token being number * 8 + kind, ascending.
 */
export type Member = {
  id: string;
  side: Side;
  hash: number;
  data: Int32Array;
  needsEnd: number;
  offersEnd: number;
  askedEnd: number;
  rules: Rules | undefined;
  organizationId: string | undefined;
  countries: readonly string[];
  /** Seats left; infinite when unlimited. */
  capacity: number;
};

/** Whom a member must not meet; absent for most members. */
export type Rules = { organizations: Set<string>; competitors: Set<string>; countries: Set<string>; met: Set<string> };

export function memberFrom(profile: Profile, knowledge: Knowledge, vocabulary: Vocabulary): Member {
  const needsEnd = packVector(0, productVector(profile.needs, knowledge), vocabulary);
  const offersEnd = packVector(needsEnd, productVector(profile.offers, knowledge), vocabulary);
  const askedEnd = packTokens(offersEnd, vocabulary, (tell) => tellAsked(profile, tell));
  const end = packTokens(askedEnd, vocabulary, (tell) => tellAnswered(profile, tell));
  return {
    id: profile.id,
    side: profile.side,
    hash: stableHash(profile.id),
    data: packing.slice(0, end),
    needsEnd,
    offersEnd,
    askedEnd,
    rules: rulesOf(profile),
    organizationId: profile.organizationId,
    countries: profile.countries ?? [],
    capacity: profile.capacity ?? Number.POSITIVE_INFINITY,
  };
}

/** Scratch: what a member's `data` is put together in. */
let packing = new Int32Array(1_024);

function makeRoom(end: number): void {
  if (end > packing.length) packing = enlarged(packing, 2 * end);
}

/** Weights become whole numbers: their products add up exactly, in whatever order they are added. Answers where it ends. */
function packVector(from: number, vector: ProductVector, vocabulary: Vocabulary): number {
  makeRoom(from + 2 * vector.size);
  let end = from;
  for (const [feature, weight] of vector) {
    const whole = Math.min(largestWeight, Math.round(weight * largestWeight));
    if (whole > 0) {
      packing[end++] = vocabulary.numberOf(feature);
      packing[end++] = whole;
    } else if (!(weight >= 0)) refuse("PROFILE_INVALID", { feature });
  }
  return end;
}

/** Each token that is told once, ascending. Answers where they end. */
function packTokens(from: number, vocabulary: Vocabulary, telling: (tell: Tell) => void): number {
  let told = from;
  telling((kind, value) => {
    makeRoom(told + 1);
    packing[told++] = vocabulary.tokenOf(kind, value);
  });
  packing.subarray(from, told).sort();
  let end = from;
  for (let at = from; at < told; at++) if (end === from || packing[at] !== packing[end - 1]) packing[end++] = packing[at]!;
  return end;
}

function rulesOf({ exclusions, met }: Profile): Rules | undefined {
  const { organizations = [], competitors = [], countries = [] } = exclusions ?? {};
  if (organizations.length + competitors.length + countries.length + (met?.length ?? 0) === 0) return undefined;
  return {
    organizations: new Set(organizations),
    competitors: new Set(competitors),
    countries: new Set(countries),
    met: new Set(met),
  };
}

export type Ban = "ORGANIZATION_EXCLUDED" | "COMPETITOR_EXCLUDED" | "COUNTRY_EXCLUDED" | "MET_BEFORE" | "SAME_ORGANIZATION";

/** Why the two must not be recommended to each other, whichever of them says so; undefined when nothing is against it. */
export function banBetween(a: Member, b: Member): Ban | undefined {
  if (a.organizationId !== undefined && a.organizationId === b.organizationId) return "SAME_ORGANIZATION";
  return (a.rules && banBy(a.rules, b)) ?? (b.rules && banBy(b.rules, a));
}

function banBy(rules: Rules, other: Member): Ban | undefined {
  const organization = other.organizationId ?? other.id;
  if (rules.organizations.has(organization)) return "ORGANIZATION_EXCLUDED";
  if (rules.competitors.has(organization)) return "COMPETITOR_EXCLUDED";
  if (other.countries.some((country) => rules.countries.has(country))) return "COUNTRY_EXCLUDED";
  return rules.met.has(other.id) ? "MET_BEFORE" : undefined;
}
