import type { LocalizedName } from "@rialto/contracts/kernel/values";

/** Public facts of the reference fair of August 2025: its name, place, zones, plaques and ceremonies. */
export const fairName: LocalizedName = {
  en: "China (Shishi) E-commerce Conference and Global Cross-border Merchant Matchmaking",
  zh: "中国（石狮）电商大会暨全球跨境商家资源对接会",
};

export const fairPlace: LocalizedName = {
  en: "Shishi Garment City Exhibition and Art Centre, ground floor",
  zh: "石狮服装城展览艺术中心一层",
};

export const zones: readonly { readonly letter: string; readonly name: LocalizedName }[] = [
  { letter: "A", name: { en: "Cross-border merchant resources", zh: "跨境商家资源" } },
  { letter: "B", name: { en: "Industry-belt clusters", zh: "产业带集群" } },
  { letter: "C", name: { en: "Supply-chain platforms", zh: "供应链平台" } },
  { letter: "D", name: { en: "Industry-education integration", zh: "产教融合区" } },
  { letter: "E", name: { en: "Traceable livestreaming", zh: "溯源直播区" } },
];

export const plaqueCountries: readonly LocalizedName[] = [
  { en: "Argentina", zh: "阿根廷" },
  { en: "South Korea", zh: "韩国" },
  { en: "the Philippines", zh: "菲律宾" },
  { en: "Australia", zh: "澳大利亚" },
  { en: "Brazil", zh: "巴西" },
  { en: "Russia", zh: "俄罗斯" },
];

export const plaqueTitle = (country: LocalizedName): LocalizedName => ({
  en: `Shishi Goods Global Exhibition Centre, ${country.en}`,
  zh: `石狮优品全球展销中心（${country.zh}）`,
});

export const conferralCeremony: LocalizedName = {
  en: "Plaque conferral: Shishi Goods Global Exhibition Centres",
  zh: "石狮优品全球展销中心授牌仪式",
};

export const signingCeremony: LocalizedName = {
  en: "Global menswear production-and-sales co-building signing ceremony",
  zh: "全球男装产销共建签约仪式",
};

export const brandCentreOpening: LocalizedName = {
  en: "Opening of the global menswear brand operation centre",
  zh: "全球男装品牌运营中心启用",
};

export const mainStage: LocalizedName = { en: "Main stage", zh: "主舞台" };
export const organizingCommittee: LocalizedName = { en: "Organizing committee", zh: "组委会" };
