import { headingNamesZh } from "../src/hs/names-zh-headings.ts";
import { descriptions } from "../src/hs/nomenclature.ts";
import { tradeWords } from "../src/hs/trade-words.ts";
import type { Item, Profile, Side } from "../src/profile/profile.ts";

const countries = "US GB DE FR ES IT BR AR MX CL PE PH VN TH MY SG ID JP KR AU NZ ZA NG EG KE SA AE TR RU PL NL SE IN PK".split(
  " ",
);
const languages = "en zh es pt ru ar ko ja fr de".split(" ");
const certificates = "OEKO-TEX GOTS BSCI ISO9001 CE FDA HALAL FSC RoHS SEDEX".split(" ");
const tags = "eco luxury budget oem odm private-label fast-delivery small-batch livestream crossborder".split(" ");
const qualities =
  "premium organic recycled waterproof lightweight custom printed embroidered classic modern durable seasonal new-arrival breathable stretch vintage slim oversized washed quick-dry windproof reflective foldable portable handmade natural antibacterial anti-slip wholesale export bulk stock ready-to-ship certified patented soft thick thin matte glossy colorful 环保 定制 时尚 高端 印花 加厚 防水 新款 现货 出口 跨境 爆款 轻便 耐用 透气 复古 简约 批量 贴牌 源头".split(
    " ",
  );
// Half of the fair is garments, as at the reference fair; the rest is spread over the other trades.
const garments = [...headingNamesZh.keys()].filter((code) => code.startsWith("61") || code.startsWith("62"));
const others = [...headingNamesZh.keys()].filter((code) => !garments.includes(code));
const subheadings = Map.groupBy(
  [...descriptions.keys()].filter((code) => code.length === 6),
  (code) => code.slice(0, 4),
);

/** Profiles like those of a fair: several items each, both languages, codes of three depths for two items in three. */
export function generatedProfile(side: Side, id: string, random: () => number): Profile {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = <T>(list: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(list))),
  ];
  const trade = Array.from({ length: 2 }, () => (random() < 0.5 ? pick(garments) : pick(others)));
  const item = (): Item => {
    const heading = random() < 0.8 ? pick(trade) : pick(others);
    const code =
      random() < 0.66 ? pick([heading.slice(0, 2), heading, heading, pick(subheadings.get(heading) ?? [heading])]) : undefined;
    return {
      text: itemText(heading, pick, random),
      ...(code === undefined ? {} : { hsCodes: [code] }),
      tags: some(tags, 2),
      certificates: some(certificates, 1),
      markets: some(countries, 3),
      ...(random() < 0.4 ? { quantity: 10 ** (1 + Math.floor(random() * 4)) } : {}),
    };
  };
  const items = (least: number, most: number) => Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, item);
  const buyer = side === "buyer";
  return {
    id,
    side,
    organizationId: `organization-${id}`,
    offers: buyer ? items(0, 1) : items(2, 5),
    needs: buyer ? items(1, 4) : items(0, 1),
    countries: [buyer ? pick(countries) : "CN"],
    languages: ["en", ...some(languages, 2)],
    ...(random() < 0.05
      ? { exclusions: { countries: some(countries, 2), organizations: [`organization-x${Math.floor(random() * 100)}`] } }
      : {}),
    ...(!buyer && random() < 0.3 ? { capacity: Math.floor(random() * 40) } : {}),
  };
}

function itemText(heading: string, pick: <T>(list: readonly T[]) => T, random: () => number): string {
  const english = (tradeWords.get(heading) ?? descriptions.get(heading) ?? "").split(/[\s,;()]+/).filter(Boolean);
  const chinese = (headingNamesZh.get(heading) ?? "").split("、");
  const words = Array.from({ length: 5 }, () => pick(english)).join(" ");
  const names = Array.from({ length: 2 }, () => pick(chinese)).join(" ");
  const language = random();
  return [pick(qualities), language < 0.75 ? words : "", language > 0.45 ? names : "", pick(qualities)].join(" ");
}
