import type { Item, Profile } from "@rialto/matching/profile/profile";
import { type AdmittedOrganization, isAdmitted, type Listing, type Organization } from "../domain/organization.ts";

/** An organization as the engine sees it, without what others said about it; undefined for one that is not admitted. */
export function profileOf(organization: Organization | undefined): Profile | undefined {
  if (!isAdmitted(organization)) return undefined;
  const { organizationId, profile, offers, needs } = organization;
  return {
    id: organizationId,
    organizationId,
    side: sideOf(organization),
    offers: offers.map(itemOf),
    needs: needs.map(itemOf),
    countries: [profile.country],
    languages: languagesOf(organization),
  };
}

/** A market has two sides: partners who offer something stand with the exhibitors, those who only seek with the buyers. */
const sideOf = ({ profile: { role }, offers }: AdmittedOrganization): Profile["side"] =>
  role === "buyer" || (role === "partner" && offers.length === 0) ? "buyer" : "exhibitor";

/** `zh-Hans` and `zh` understand each other. */
const languagesOf = ({ profile, representatives }: AdmittedOrganization): string[] => {
  const spoken = [...profile.languages, ...representatives.flatMap((person) => person.languages)];
  return [...new Set(spoken.map((language) => language.split("-")[0] ?? language))].sort();
};

export function itemOf({ content }: Pick<Listing, "content">): Item {
  const { title, description, hsCodes, tags, markets, certificates } = content;
  const texts = [title.en, title.zh, description?.en, description?.zh];
  return { text: texts.filter((text) => text !== undefined).join("\n"), hsCodes, tags, markets, certificates };
}
