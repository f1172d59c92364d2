/** Words that say nothing about goods. */
const empty = new Set(
  "and for from with the our you your are all any can men's its this that have has will per more most new good best high quality product products company supply supplier manufacturer factory looking seek need buy sell wholesale".split(
    " ",
  ),
);
const emptyPairs = new Set([
  "公司",
  "有限",
  "限公",
  "产品",
  "我们",
  "提供",
  "专业",
  "生产",
  "厂家",
  "质量",
  "需要",
  "寻找",
  "采购",
]);

const english = /[a-z][a-z0-9'-]+/g;
const chinese = /\p{Script=Han}+/gu;
const shortest = 3;

/** One form for what people write in many: width, case, composed characters. */
export const folded = (text: string): string => text.normalize("NFKC").toLowerCase().trim();

/** English words without plural s, and pairs of neighbouring Chinese characters: `stretch denim 牛仔裤` gives stretch, denim, 牛仔, 仔裤. */
export function wordsOf(text: string): string[] {
  const plain = folded(text);
  const latin = (plain.match(english) ?? []).filter((word) => word.length >= shortest && !empty.has(word)).map(singular);
  const han = (plain.match(chinese) ?? []).flatMap(pairs).filter((pair) => !emptyPairs.has(pair));
  return [...latin, ...han];
}

const singular = (word: string) => (word.length > shortest && /[^s]s$/.test(word) ? word.slice(0, -1) : word);

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => characters[index] + character);
}
