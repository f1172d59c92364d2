import type { getOrganization } from "@rialto/contracts/registry/operations/organizations";
import type { z } from "zod";

export type Organization = z.output<typeof getOrganization.result>;

/** What stands between an organization and its matches, most important first. `stops`: without it there is none at all. */
export interface Missing {
  readonly what: "verification" | "offers" | "needs" | "hsCodes" | "chinese" | "english" | "languages" | "booth";
  readonly stops: boolean;
}

const when = (is: boolean, what: Missing["what"], stops = false): Missing[] => (is ? [{ what, stops }] : []);

/** `hasBooth` is `undefined` while that is not known, and for those who need none. */
export function missingFor({ status, profile, offers, needs }: Organization, hasBooth: boolean | undefined): Missing[] {
  const listings = [...offers, ...needs];
  const isListed = listings.length > 0;
  return [
    ...when(status === "registered", "verification", true),
    ...when(!isListed, profile.role === "buyer" ? "needs" : "offers", true),
    ...when(
      listings.some(({ content }) => content.hsCodes.length === 0),
      "hsCodes",
    ),
    ...when(isListed && listings.some(({ content }) => content.title.zh === undefined), "chinese"),
    ...when(isListed && listings.some(({ content }) => content.title.en === undefined), "english"),
    ...when(profile.languages.length === 0, "languages"),
    ...when(hasBooth === false, "booth"),
  ];
}
