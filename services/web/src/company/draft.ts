import type { ListingContent, OrganizationProfile } from "@rialto/contracts/registry/events";
import type { Localized } from "../language/names.tsx";

/** A text while it is typed: what is not there is empty. */
export interface TwoTexts {
  readonly en: string;
  readonly zh: string;
}

export interface ListingDraft {
  readonly title: TwoTexts;
  readonly description: TwoTexts;
  readonly hsCodes: readonly string[];
  readonly markets: readonly string[];
  readonly tags: readonly string[];
  readonly certificates: readonly string[];
}

export interface ProfileDraft {
  readonly name: TwoTexts;
  readonly country: string;
  readonly about: TwoTexts;
  readonly website: string;
  readonly languages: readonly string[];
}

export const typed = (text: Localized | undefined): TwoTexts => ({ en: text?.en ?? "", zh: text?.zh ?? "" });

/** `undefined`: nothing was typed in either language. */
export function written({ en, zh }: TwoTexts): { en?: string; zh?: string } | undefined {
  const text = { ...(en.trim() === "" ? {} : { en: en.trim() }), ...(zh.trim() === "" ? {} : { zh: zh.trim() }) };
  return Object.keys(text).length === 0 ? undefined : text;
}

export const isWritten = (text: TwoTexts): boolean => written(text) !== undefined;

export const emptyListing: ListingDraft = {
  title: typed(undefined),
  description: typed(undefined),
  hsCodes: [],
  markets: [],
  tags: [],
  certificates: [],
};

export const draftOfListing = ({ title, description, hsCodes, markets, tags, certificates }: ListingContent): ListingDraft => ({
  title: typed(title),
  description: typed(description),
  hsCodes,
  markets,
  tags,
  certificates,
});

export function listingOf({ title, description, ...lists }: ListingDraft): ListingContent {
  const text = written(description);
  const { hsCodes, markets, tags, certificates } = lists;
  return {
    title: written(title) ?? {},
    ...(text === undefined ? {} : { description: text }),
    hsCodes: [...hsCodes],
    markets: [...markets],
    tags: [...tags],
    certificates: [...certificates],
  };
}

export const draftOfProfile = ({ name, country, about, website, languages }: OrganizationProfile): ProfileDraft => ({
  name: typed(name),
  country,
  about: typed(about),
  website: website ?? "",
  languages,
});

/** "lanhai.example" is typed where "https://lanhai.example" is meant. */
function addressOf(website: string): { website?: string } {
  const text = website.trim();
  if (text === "") return {};
  return { website: /^https?:\/\//i.test(text) ? text : `https://${text}` };
}

export function profileOf(draft: ProfileDraft, role: OrganizationProfile["role"]): OrganizationProfile {
  const about = written(draft.about);
  return {
    role,
    name: written(draft.name) ?? {},
    country: draft.country,
    ...(about === undefined ? {} : { about }),
    ...addressOf(draft.website),
    languages: [...draft.languages],
  };
}
