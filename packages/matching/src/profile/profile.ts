import { refuse } from "../errors.ts";

export type Side = "buyer" | "exhibitor";

/** One offer or one need. Texts may be English, Chinese or both; HS codes of any depth, unknown ones are ignored. */
export type Item = {
  text?: string;
  hsCodes?: readonly string[];
  tags?: readonly string[];
  /** Countries (ISO 3166 alpha-2) that an offer ships to, or that a need is for. */
  markets?: readonly string[];
  /** Held by an offer, required by a need. */
  certificates?: readonly string[];
  /** Pieces: the smallest order of an offer, the wanted amount of a need. */
  quantity?: number;
};

export type Exclusions = {
  /** Organizations never to be met, and competitors, both by organization id. */
  organizations?: readonly string[];
  competitors?: readonly string[];
  countries?: readonly string[];
};

/** A member of the market: one organization's presence at the fair, or one person's. */
export type Profile = {
  id: string;
  side: Side;
  organizationId?: string;
  offers: readonly Item[];
  needs: readonly Item[];
  countries?: readonly string[];
  languages?: readonly string[];
  exclusions?: Exclusions;
  /** Member ids met before: not recommended again. */
  met?: readonly string[];
  /** How many meetings can still be received; absent: no limit. */
  capacity?: number;
};

// Whoever says no does so about one at a time: only the size of a fair bounds how many that become.
const limits = { id: 200, items: 500, values: 500, members: 2 ** 20 };

/** Throws PROFILE_INVALID or CAPACITY_INVALID; texts of any length are fine, they are read up to a limit. */
export function checkProfile(profile: Profile): void {
  const wrong = (field: string) => refuse("PROFILE_INVALID", { id: String(profile?.id).slice(0, limits.id), field });
  if (typeof profile !== "object" || profile === null) wrong("profile");
  if (typeof profile.id !== "string" || profile.id === "" || profile.id.length > limits.id) wrong("id");
  if (profile.side !== "buyer" && profile.side !== "exhibitor") wrong("side");
  for (const field of ["offers", "needs"] as const) {
    if (!Array.isArray(profile[field]) || profile[field].length > limits.items) wrong(field);
    for (const item of profile[field]) if (!isItem(item)) wrong(field);
  }
  if (!isText(profile.organizationId)) wrong("organizationId");
  for (const list of [profile.countries, profile.languages]) if (!isValues(list)) wrong("values");
  const { organizations, competitors, countries } = profile.exclusions ?? {};
  if (!isValues(countries)) wrong("exclusions");
  for (const list of [organizations, competitors, profile.met]) if (!isValues(list, limits.members)) wrong("exclusions");
  if (profile.capacity !== undefined) checkCapacity(profile.capacity);
}

export function checkCapacity(capacity: number): void {
  if (!(capacity >= 0)) refuse("CAPACITY_INVALID", { capacity: String(capacity) });
}

function isItem(item: Item): boolean {
  const { text, hsCodes, tags, markets, certificates, quantity } = item ?? {};
  const lists = [hsCodes, tags, markets, certificates];
  return isText(text) && lists.every((list) => isValues(list)) && (quantity === undefined || Number.isFinite(quantity));
}

const isText = (value: unknown): boolean => value === undefined || typeof value === "string";

const isValues = (list: readonly string[] | undefined, most: number = limits.values): boolean =>
  list === undefined || (Array.isArray(list) && list.length <= most && list.every((value) => typeof value === "string"));
