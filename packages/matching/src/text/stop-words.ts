// Words that say nothing about goods: grammar, the nomenclature's own phrases, and trade small talk.
const english =
  "a an and any are as at be been but by can each etc for from further get had has have having he her his how if in including " +
  "into is it its made may more most much must no nor not of off on only or other our own per she should so some such than that " +
  "the their them then there these they this those to too up us very was we were what when where whether which while who will " +
  "with within without would you your thereof therefor therein elsewhere specified chapter heading headings subheading item note " +
  "nesoi nes kind kinds used similar like excluding except being also all high quality best good new company supplier suppliers " +
  "manufacturer looking seeking want need wanted offer offers buyer buyers wholesale factory professional products product";
const chinese =
  "公司 有限 我们 你们 他们 以及 或者 其他 以下 及其 产品 商品 生产 厂家 供应 采购 求购 寻找 需要 优质 专业 批发 各种 各类 未列 列名";

export const stopWords: ReadonlySet<string> = new Set([...english.split(" "), ...chinese.split(" ")]);
