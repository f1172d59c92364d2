import type { ListingContent, OrganizationProfile, RepresentativeProfile } from "@rialto/contracts/registry/events";
import type { Random } from "../random.ts";
import { EXAMPLE, familyNames, givenNames, houses, type Market, markets } from "./names.ts";
import { type Goods, serviceTrades, type Trade, trades } from "./trades.ts";

/** An invented organization, before it registers. */
export interface Invented {
  readonly key: string;
  /** Letter of the zone where its booth would be. */
  readonly zone: string;
  readonly profile: OrganizationProfile;
  readonly representative: RepresentativeProfile;
  readonly email: string;
  readonly language: "en" | "zh";
  readonly offers: readonly ListingContent[];
  readonly needs: readonly ListingContent[];
}

const MAIL = "demo.rialto.example";
const named = (en: string, zh?: string) => ({
  en: `${en} ${EXAMPLE.en}`,
  ...(zh === undefined ? {} : { zh: `${zh}${EXAMPLE.zh}` }),
});

/** `count` exhibitors: one in six sells services, the others goods of one trade. */
export const inventExhibitors = (count: number, random: Random): Invented[] =>
  Array.from({ length: count }, (_, index) => inventExhibitor(index, random));

function inventExhibitor(index: number, random: Random): Invented {
  const isService = index % 6 === 5;
  const trade = isService
    ? (serviceTrades[Math.floor(index / 6) % serviceTrades.length] as Trade)
    : (trades[index % trades.length] as Trade);
  const house = houses[(index * 7) % houses.length] as (typeof houses)[number];
  const edition = Math.floor(index / 120);
  const suffix = edition === 0 ? "" : ` ${edition + 1}`;
  const sellsTo = random.some(markets, 4 + random.below(8)).map(({ country }) => country);
  return {
    key: `exhibitor-${index + 1}`,
    zone: trade.zone ?? (index % 2 === 0 ? "B" : "A"),
    profile: {
      role: "exhibitor",
      name: named(`${house.en} ${trade.house.en}${suffix}`, `${house.zh}${trade.house.zh}${suffix}`),
      country: "CN",
      about: {
        en: `${house.en} makes ${trade.en} in Fujian for buyers in ${sellsTo.length} countries.`,
        zh: `${house.zh}位于福建，专注${trade.zh}，销往${sellsTo.length}个国家。`,
      },
      languages: random.below(3) === 0 ? ["zh"] : ["zh", "en"],
    },
    representative: chinesePerson(random),
    email: `exhibitor${index + 1}@${MAIL}`,
    language: "zh",
    offers: random.some(trade.goods, 3).map((goods) => listing(goods, trade, sellsTo, random)),
    needs: isService ? [] : random.below(5) === 0 ? [need(random.pick(serviceTrades), ["CN"], random)] : [],
  };
}

/** `count` buyers from thirty countries, each with up to three needs. */
export const inventBuyers = (count: number, random: Random): Invented[] =>
  Array.from({ length: count }, (_, index) => inventBuyer(index, random));

function inventBuyer(index: number, random: Random): Invented {
  const market = markets[index % markets.length] as Market;
  const round = Math.floor(index / markets.length);
  const stem = market.stems[round % market.stems.length] as string;
  const edition = Math.floor(round / market.stems.length);
  return {
    key: `buyer-${index + 1}`,
    zone: "",
    profile: {
      role: "buyer",
      name: named(edition === 0 ? stem : `${stem} ${edition + 1}`),
      country: market.country,
      languages: [...market.languages],
    },
    representative: { name: named(market.people[round % market.people.length] as string), languages: [...market.languages] },
    email: `buyer${index + 1}@${MAIL}`,
    language: "en",
    offers: [],
    needs: wanted(index, random).map((trade) => need(trade, [market.country], random)),
  };
}

/** The first buyer, whom the demo follows, always looks for denim. */
const wanted = (index: number, random: Random): readonly Trade[] => {
  const some = random.some(trades, 1 + random.below(3));
  const denim = trades.filter(({ key }) => key === "denim");
  return index === 0 ? [...denim, ...some.filter(({ key }) => key !== "denim")] : some;
};

const listing = ({ en, zh, hsCodes }: Goods, trade: Trade, sellsTo: readonly string[], random: Random): ListingContent => ({
  title: { en, zh },
  description: {
    en: `${en}, from ${trade.en} specialists; samples at the booth.`,
    zh: `${zh}，${trade.zh}厂家直供，展位备有样品。`,
  },
  hsCodes: [...hsCodes],
  tags: [...trade.tags],
  markets: [...sellsTo],
  certificates: random.some(["OEKO-TEX", "GRS", "BSCI", "ISO 9001", "CE"], random.below(3)),
});

function need(trade: Trade, country: readonly string[], random: Random): ListingContent {
  const { en, zh, hsCodes } = random.pick(trade.goods);
  const volume = [500, 2_000, 10_000, 20_000][random.below(4)] as number;
  return {
    title: { en: `${en}, about ${volume.toLocaleString("en")} pieces a season`, zh: `${zh}，每季约${volume}件` },
    hsCodes: [...hsCodes],
    tags: random.some(trade.tags, 1 + random.below(trade.tags.length)),
    markets: [...country],
    certificates: random.below(4) === 0 ? ["OEKO-TEX"] : [],
  };
}

function chinesePerson(random: Random): RepresentativeProfile {
  const [family, given] = [random.pick(familyNames), random.pick(givenNames)];
  return { name: named(`${family.en} ${given.en}`, `${family.zh}${given.zh}`), languages: ["zh", "en"] };
}
