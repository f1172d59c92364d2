import { nameOf } from "../hs/nomenclature.ts";
import { fitParts } from "../live/fit.ts";
import type { Member } from "../live/member.ts";
import type { Vocabulary } from "../live/vocabulary.ts";
import { type ContextKind, contextKinds } from "../profile/context.ts";
import { joinedWords } from "./joined-words.ts";
import type { Reason, ReasonContent } from "./reason.ts";

const wordsNamed = 5;

type SharedFeature = { feature: string; product: number };

/** What of `needy`'s needs `offering` meets, strongest first; the points add up to the fit. */
export function reasonsOf(needy: Member, offering: Member, of: Reason["of"], vocabulary: Vocabulary): Reason[] {
  const shared = sharedFeatures(needy, offering, vocabulary);
  const dot = shared.reduce((sum, { product }) => sum + product, 0);
  if (dot <= 0) return [];
  const { product, context } = fitParts(needy, offering, dot);
  const reasons: Reason[] = [...codeReasons(shared), ...wordReasons(shared)].map(({ weight, content }) => ({
    ...content,
    of,
    points: (product * weight) / dot,
  }));
  const answered = answeredTokens(needy, offering);
  for (const part of context) {
    const points = part.share * part.coverage;
    if (points > 0) reasons.push({ ...contextReason(part, valuesOf(answered, part.kind, vocabulary)), of, points });
  }
  return reasons.sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1));
}

function sharedFeatures(needy: Member, offering: Member, vocabulary: Vocabulary): SharedFeature[] {
  const shared: SharedFeature[] = [];
  for (let at = 0; at < needy.needsEnd; at += 2) {
    for (let to = offering.needsEnd; to < offering.offersEnd; to += 2) {
      if (needy.data[at] !== offering.data[to]) continue;
      shared.push({ feature: vocabulary.valueOf(needy.data[at]!), product: needy.data[at + 1]! * offering.data[to + 1]! });
    }
  }
  return shared.sort((a, b) => b.product - a.product || (a.feature < b.feature ? -1 : 1));
}

/** Codes of one line of ancestors become one reason, named by the deepest shared code. */
function codeReasons(shared: SharedFeature[]): { weight: number; content: ReasonContent }[] {
  const codes = shared
    .filter(({ feature }) => feature.startsWith("#"))
    .map(({ feature, product }) => ({ hs: feature.slice(1), product }));
  const deepest = codes.filter(({ hs }) => !codes.some((other) => other.hs.length > hs.length && other.hs.startsWith(hs)));
  return deepest.map(({ hs }) => {
    const line = codes.filter((code) => hs.startsWith(code.hs));
    const heirs = (code: string) => deepest.filter((other) => other.hs.startsWith(code)).length;
    const weight = line.reduce((sum, code) => sum + code.product / heirs(code.hs), 0);
    const name = nameOf(hs);
    return { weight, content: { code: "SAME_HS", hs, en: name?.en ?? hs, zh: name?.zh ?? hs } };
  });
}

function wordReasons(shared: SharedFeature[]): { weight: number; content: ReasonContent }[] {
  const words = shared.filter(({ feature }) => !feature.startsWith("#"));
  if (words.length === 0) return [];
  const weight = words.reduce((sum, { product }) => sum + product, 0);
  return [
    { weight, content: { code: "SHARED_WORDS", words: joinedWords(words.map(({ feature }) => feature)).slice(0, wordsNamed) } },
  ];
}

const codeOfKind = {
  market: "SERVES_MARKET",
  certificate: "HOLDS_CERTIFICATES",
  tag: "SHARES_TAGS",
  language: "SPEAKS_LANGUAGE",
  quantity: "ORDER_SIZE_FITS",
} as const;

const contextReason = ({ kind, known }: { kind: ContextKind; known: boolean }, values: string[]): ReasonContent =>
  known ? { code: codeOfKind[kind], values } : { code: "UNKNOWN", kind };

/** Context tokens that one asks and the other answers; both lists are ascending. */
function answeredTokens(needy: Member, offering: Member): number[] {
  const tokens: number[] = [];
  const [asks, answers] = [needy.data, offering.data];
  for (let at = needy.offersEnd, to = offering.askedEnd; at < needy.askedEnd; at++) {
    while (to < answers.length && answers[to]! < asks[at]!) to++;
    if (to < answers.length && answers[to] === asks[at]) tokens.push(asks[at]!);
  }
  return tokens;
}

/** Values of a kind that one asks and the other does not answer. */
export function missingValues(needy: Member, offering: Member, kind: ContextKind, vocabulary: Vocabulary): string[] {
  const answered = new Set(answeredTokens(needy, offering));
  const missing = needy.data.subarray(needy.offersEnd, needy.askedEnd).filter((token) => !answered.has(token));
  return valuesOf(missing, kind, vocabulary);
}

function valuesOf(tokens: Iterable<number>, kind: ContextKind, vocabulary: Vocabulary): string[] {
  const number = contextKinds.indexOf(kind);
  const values: string[] = [];
  for (const token of tokens) if ((token & 7) === number) values.push(vocabulary.valueOf(token >> 3).slice(kind.length + 1));
  return values.sort();
}
