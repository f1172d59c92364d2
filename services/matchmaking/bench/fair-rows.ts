import { newId } from "@rialto/contracts/kernel/ids";
import { generatedProfile } from "@rialto/matching/bench/generated-profiles";
import type { Item } from "@rialto/matching/profile/profile";
import { type connectMongo, databaseOf } from "@rialto/persistence/connection";

import type { Listing, Organization } from "../src/domain/organization.ts";
import { fairsDeclaration } from "../src/store/fairs.ts";
import { organizationsDeclaration } from "../src/store/organizations.ts";
import { aFair, anOrganization, aRepresentative, slotsOfDay } from "../test/builders.ts";
import { seeded } from "../test/random-actors.ts";

/** A connection to the database of a bench. */
export type Connection = Awaited<ReturnType<typeof connectMongo>>;

const batch = 2_000;
const million = 1_000_000;

const listingOf = ({ text = "", hsCodes = [], tags = [], markets = [], certificates = [] }: Item): Listing => ({
  id: newId(),
  content: {
    title: { en: text.slice(0, 120) },
    hsCodes: [...hsCodes],
    tags: [...tags],
    markets: [...markets],
    certificates: [...certificates],
  },
});

/** One organization in five exhibits; all trade in what people trade in at such a fair. */
export function organizationsOf(fairId: string, count: number, seed: number): Organization[] {
  const { below } = seeded(seed);
  const random = () => below(million) / million;
  return Array.from({ length: count }, (_, at) => {
    const role = at % 5 === 0 ? "exhibitor" : "buyer";
    const { offers, needs, countries } = generatedProfile(role, String(at), random);
    return anOrganization({
      fairId,
      profile: { role, country: countries?.[0] ?? "CN" },
      representatives: [aRepresentative(), aRepresentative()],
      offers: offers.map(listingOf),
      needs: needs.map(listingOf),
    });
  });
}

/** Rows as projections leave them. */
export async function storeFair(connection: Connection, count: number): Promise<Organization[]> {
  const database = databaseOf(connection);
  const fair = aFair({ slots: [1, 2, 3].flatMap((day) => slotsOfDay(16, day)) });
  await database.collection<{ _id: string; row: unknown }>(fairsDeclaration.name).insertOne({ _id: fair.fairId, row: fair });
  const organizations = organizationsOf(fair.fairId, count, 7);
  const rows = database.collection<{ _id: string; row: Organization }>(organizationsDeclaration.name);
  for (let from = 0; from < count; from += batch) {
    const some = organizations.slice(from, from + batch);
    await rows.insertMany(some.map((row) => ({ _id: row.organizationId, row })));
  }
  return organizations;
}
