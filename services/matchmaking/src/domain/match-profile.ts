import type { OrganizationProfile } from "@rialto/contracts/registry/events";
import { type AdmittedOrganization, isAdmitted, type Listing, type Organization } from "./organization.ts";
import { folded, wordsOf } from "./words.ts";

/** A listing's text beyond this many different words says nothing more about the goods. */
const mostWords = 300;

/** What all offers, or all needs, of an organization are about. */
export interface Subject {
  readonly headings: readonly string[];
  readonly chapters: readonly string[];
  /** Folded. */
  readonly tags: readonly string[];
  readonly words: readonly string[];
  readonly markets: readonly string[];
  /** Some of it goes to, or comes from, anywhere. */
  readonly anywhere: boolean;
}

/** An organization as the matcher sees it. */
export interface MatchProfile {
  readonly organizationId: string;
  readonly fairId: string;
  readonly role: OrganizationProfile["role"];
  readonly country: string;
  readonly languages: readonly string[];
  /** Absent: it offers nothing, or seeks nothing. */
  readonly offers?: Subject;
  readonly needs?: Subject;
}

/** The profile to match, or undefined for an organization that is not admitted. */
export const toMatchProfile = (organization: Organization | undefined): MatchProfile | undefined =>
  isAdmitted(organization) ? profileOf(organization) : undefined;

function profileOf({ organizationId, fairId, profile, representatives, offers, needs }: AdmittedOrganization): MatchProfile {
  const spoken = [...profile.languages, ...representatives.flatMap((person) => person.languages)];
  return {
    organizationId,
    fairId,
    role: profile.role,
    country: profile.country,
    // `zh-Hans` and `zh` understand each other.
    languages: unique(spoken.map((language) => language.split("-")[0] ?? language)),
    ...(offers.length === 0 ? {} : { offers: subjectOf(offers) }),
    ...(needs.length === 0 ? {} : { needs: subjectOf(needs) }),
  };
}

function subjectOf(listings: readonly Listing[]): Subject {
  const contents = listings.map(({ content }) => content);
  const codes = contents.flatMap(({ hsCodes }) => hsCodes);
  const texts = contents.flatMap(({ title, description }) => [title.en, title.zh, description?.en, description?.zh]);
  return {
    headings: unique(codes.filter((code) => code.length >= 4).map((code) => code.slice(0, 4))),
    chapters: unique(codes.map((code) => code.slice(0, 2))),
    tags: unique(contents.flatMap(({ tags }) => tags.map(folded))),
    words: unique(texts.flatMap((text) => (text === undefined ? [] : wordsOf(text)))).slice(0, mostWords),
    markets: unique(contents.flatMap(({ markets }) => markets)),
    anywhere: contents.some(({ markets }) => markets.length === 0),
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
