import type { Schedule } from "@rialto/service-kit/schedule";
import type { MatchmakingDeps } from "../deps.ts";
import type { Listing } from "../domain/organization.ts";
import { itemOf } from "../matching/profile-of.ts";
import { admittedOrganizations, countListings, listingsOf } from "../store/organizations.ts";

/** Fewer offers and needs teach nothing. */
const fewest = 100;
/** Words are learned again when there are twice as many, so a fair that fills up does it a few times. */
const growth = 2;
/** More would teach little more and not fit well into one document. */
const mostItems = 4_000;
const longestText = 400;

const lessonOf = (listing: Listing) => {
  const { text = "", hsCodes = [] } = itemOf(listing);
  return { text: text.slice(0, longestText), hsCodes };
};

/** When a fair's catalogues have grown, what words mean there is learned from them; all replicas adopt it at one moment. */
export const learnFromCatalogues = ({ organizations, catalogues }: MatchmakingDeps): Schedule => ({
  name: "matchmaking.learn-from-catalogues",
  everyMs: 60_000,
  async run({ signal }) {
    const admitted = await admittedOrganizations(organizations);
    for (const fairId of new Set(admitted.map((one) => one.fairId))) {
      if (signal.aborted) return;
      const count = await countListings(organizations, fairId);
      if (count < Math.max(fewest, growth * (await catalogues.countOf(fairId)))) continue;
      const listings = await listingsOf(organizations, fairId, mostItems);
      await catalogues.write({ fairId, items: listings.map(lessonOf) }, count);
    }
  },
});
