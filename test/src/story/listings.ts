import type { ListingContent } from "@rialto/contracts/registry/events";

/** The same goods from both sides, so that the pair fits by heading, tags, market and language. */
const goods = { hsCodes: ["6203"], tags: ["denim", "menswear"], certificates: [] };

export const denimSought: ListingContent = {
  ...goods,
  title: { en: "Stretch denim trousers, two seasons", zh: "弹力牛仔裤，两季" },
  markets: ["BR"],
};

export const denimOffered: ListingContent = {
  ...goods,
  title: { en: "Stretch denim trousers for men", zh: "男士弹力牛仔裤" },
  markets: ["BR", "KR"],
};
