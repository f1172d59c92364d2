import type { Advice, Obstacle } from "./explanation.ts";
import type { Reason } from "./reason.ts";

export type SentenceLanguage = "en" | "zh";

const kindNames = {
  market: { en: "the market", zh: "目标市场" },
  certificate: { en: "certificates", zh: "认证" },
  tag: { en: "tags", zh: "标签" },
  language: { en: "languages", zh: "语言" },
  quantity: { en: "the order size", zh: "订单数量" },
} as const;

const longestName = 60;
const short = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);
const listed = (values: readonly string[], language: SentenceLanguage): string =>
  values.map((value) => value.toUpperCase()).join(language === "en" ? ", " : "、");

/** A reason as one sentence. "You" is the owner of the list; `of: "other"` is about what the other side is looking for. */
export function reasonSentence(reason: Reason, language: SentenceLanguage): string {
  const en = language === "en";
  const theirs = reason.of === "other";
  switch (reason.code) {
    case "SAME_HS":
      return en
        ? `HS ${reason.hs} ${short(reason.en)}: ${theirs ? "they seek, you offer" : "you seek, they offer"}`
        : `HS ${reason.hs} ${short(reason.zh)}：${theirs ? "对方所求，贵方所供" : "贵方所求，对方所供"}`;
    case "SHARED_WORDS":
      return en ? `Words in common: ${reason.words.join(", ")}` : `共同关键词：${reason.words.join("、")}`;
    case "SERVES_MARKET":
      return en
        ? `${theirs ? "You ship" : "Ships"} to ${listed(reason.values, language)}`
        : `${theirs ? "贵方" : "对方"}可供货至：${listed(reason.values, language)}`;
    case "HOLDS_CERTIFICATES":
      return en
        ? `${theirs ? "You hold" : "Holds"} ${listed(reason.values, language)}`
        : `${theirs ? "贵方" : "对方"}持有认证：${listed(reason.values, language)}`;
    case "SHARES_TAGS":
      return en ? `Tags in common: ${reason.values.join(", ")}` : `共同标签：${reason.values.join("、")}`;
    case "SPEAKS_LANGUAGE":
      return en ? `Language in common: ${listed(reason.values, language)}` : `共同语言：${listed(reason.values, language)}`;
    case "ORDER_SIZE_FITS":
      return en ? "The order size fits" : "订单数量相符";
    case "UNKNOWN":
      return en ? `Nothing is said about ${kindNames[reason.kind].en} yet` : `${kindNames[reason.kind].zh}尚未填写`;
  }
}

const obstacleSentences: Readonly<Record<Exclude<Obstacle["code"], "OUTRANKED">, Record<SentenceLanguage, string>>> = {
  SAME_SIDE: { en: "Both are on the same side of the fair", zh: "双方属于展会同一方" },
  SAME_ORGANIZATION: { en: "Both belong to the same organization", zh: "双方属于同一机构" },
  ORGANIZATION_EXCLUDED: { en: "One side has excluded the other", zh: "一方已排除对方" },
  COMPETITOR_EXCLUDED: { en: "One side has named the other a competitor", zh: "一方已将对方列为竞争对手" },
  COUNTRY_EXCLUDED: { en: "One side has excluded the other's country", zh: "一方已排除对方所在国家或地区" },
  MET_BEFORE: { en: "They have met before", zh: "双方此前已会面" },
  SAID_NO: { en: "One side has said no", zh: "一方已拒绝" },
  ALREADY_ARRANGED: { en: "A meeting is arranged or was held", zh: "会面已安排或已完成" },
  TOO_LITTLE_SHARED: { en: "Offers and needs have too little in common", zh: "供需匹配度不足" },
  NO_ROOM: { en: "Shown to as many as can be received already", zh: "推荐名额已满" },
};

export function obstacleSentence(obstacle: Obstacle, language: SentenceLanguage): string {
  if (obstacle.code !== "OUTRANKED") return obstacleSentences[obstacle.code][language];
  return language === "en" ? `Others fit better: place ${obstacle.rank}` : `其他对象更匹配：排名第 ${obstacle.rank}`;
}

export function adviceSentence(advice: Advice, language: SentenceLanguage): string {
  const en = language === "en";
  const own = advice.of === "own";
  switch (advice.code) {
    case "NEEDS_NOT_DESCRIBED":
      return en
        ? `${own ? "Describe what you seek" : "They have not said what they seek"}`
        : own
          ? "请填写采购需求"
          : "对方尚未填写需求";
    case "OFFERS_NOT_DESCRIBED":
      return en
        ? `${own ? "They have not said what they offer" : "Describe what you offer"}`
        : own
          ? "对方尚未填写供应信息"
          : "请填写供应信息";
    case "ANSWER_MISSING": {
      const [kind, values] = [kindNames[advice.kind][language], listed(advice.values, language)];
      return en ? `${own ? "They lack" : "Add"} ${kind}: ${values}` : `${own ? "对方缺少" : "可补充"}${kind}：${values}`;
    }
  }
}
