import { nameOf } from "../hs/nomenclature.ts";
import { fitParts } from "../live/fit.ts";
import type { Member } from "../live/member.ts";
import type { Vocabulary } from "../live/vocabulary.ts";
import { type ContextKind, contextKinds } from "../profile/context.ts";
import { joinedWords } from "./joined-words.ts";
import type { Reason, ReasonContent } from "./reason.ts";

const wordsNamed = 5;

type SharedFeature = { feature: string; product: number };

/** A reason whose words are only looked up when it is told: most are not among the strongest. */
type Part = { of: Reason["of"]; points: number; code: Reason["code"]; content: () => ReasonContent };

/** What of `needy`'s needs `offering` meets, strongest first; the points add up to the fit. */
export const reasonsOf = (needy: Member, offering: Member, of: Reason["of"], vocabulary: Vocabulary): Reason[] =>
  partsOf(needy, offering, of, vocabulary).map(told);

/** The strongest of both members' reasons. */
export function strongestReasons(member: Member, partner: Member, most: number, vocabulary: Vocabulary): Reason[] {
  if (most === 0) return [];
  const parts = partsOf(member, partner, "own", vocabulary);
  for (const part of partsOf(partner, member, "other", vocabulary)) putInOrder(parts, part, (a, b) => a.points > b.points);
  return parts.slice(0, most).map(told);
}

const told = ({ content, of, points }: Part): Reason => ({ ...content(), of, points });

function partsOf(needy: Member, offering: Member, of: Reason["of"], vocabulary: Vocabulary): Part[] {
  const shared = sharedFeatures(needy, offering, vocabulary);
  let dot = 0;
  for (const { product } of shared) dot += product;
  if (dot <= 0) return [];
  const { product, context } = fitParts(needy, offering, dot);
  const parts: Part[] = [];
  const add = (points: number, code: Reason["code"], content: Part["content"]) =>
    putInOrder(parts, { of, points, code, content }, comesFirst);
  for (const { weight, code, content } of [...codeReasons(shared), ...wordReasons(shared)])
    add((product * weight) / dot, code, content);
  for (const { kind, coverage, share, known } of context) {
    const points = share * coverage;
    const values = () => valuesOf(answeredTokens(needy, offering), kind, vocabulary);
    if (points > 0 && known) add(points, codeOfKind[kind], () => ({ code: codeOfKind[kind], values: values() }));
    else if (points > 0) add(points, "UNKNOWN", () => ({ code: "UNKNOWN", kind }));
  }
  return parts;
}

const comesFirst = (a: Part, b: Part): boolean => (a.points !== b.points ? a.points > b.points : a.code < b.code);

/** Scratch: weight of each feature in the offers at hand, 0 for all others. */
let offered = new Int32Array(0);

function sharedFeatures(needy: Member, offering: Member, vocabulary: Vocabulary): SharedFeature[] {
  const features = vocabulary.all();
  if (offered.length < features.length) offered = new Int32Array(2 * features.length);
  const [needs, offers] = [needy.data, offering.data];
  const { needsEnd, offersEnd } = offering;
  for (let at = needsEnd; at < offersEnd; at += 2) offered[offers[at]!] = offers[at + 1]!;
  const shared: SharedFeature[] = [];
  for (let at = 0; at < needy.needsEnd; at += 2) {
    const weight = offered[needs[at]!]!;
    if (weight > 0) putInOrder(shared, { feature: features[needs[at]!]!, product: needs[at + 1]! * weight }, isStronger);
  }
  for (let at = needsEnd; at < offersEnd; at += 2) offered[offers[at]!] = 0;
  return shared;
}

const isStronger = (a: SharedFeature, b: SharedFeature): boolean =>
  a.product !== b.product ? a.product > b.product : a.feature < b.feature;

/** By insertion: of these lists, which are short and made by the thousand, sorting would be the largest part. */
function putInOrder<T>(list: T[], item: T, isBefore: (a: T, b: T) => boolean): void {
  let at = list.length;
  for (; at > 0 && isBefore(item, list[at - 1]!); at--) list[at] = list[at - 1]!;
  list[at] = item;
}

type Weighed = { weight: number; code: Reason["code"]; content: () => ReasonContent };

/** Codes of one line of ancestors become one reason, named by the deepest shared code. */
function codeReasons(shared: readonly SharedFeature[]): Weighed[] {
  const codes = shared.filter(({ feature }) => isCode(feature));
  const deepest = codes.filter(({ feature }) => !codes.some((other) => isBelow(other.feature, feature)));
  return deepest.map(({ feature }) => {
    let weight = 0;
    for (const code of codes) {
      if (!feature.startsWith(code.feature)) continue;
      let heirs = 0;
      for (const other of deepest) if (other.feature.startsWith(code.feature)) heirs++;
      weight += code.product / heirs;
    }
    return { weight, code: "SAME_HS", content: () => named(feature.slice(1)) };
  });
}

const isCode = (feature: string): boolean => feature.charCodeAt(0) === codeMark;
const codeMark = "#".charCodeAt(0);
const isBelow = (code: string, ancestor: string): boolean => code.length > ancestor.length && code.startsWith(ancestor);

function named(hs: string): ReasonContent {
  const name = nameOf(hs);
  return { code: "SAME_HS", hs, en: name?.en ?? hs, zh: name?.zh ?? hs };
}

function wordReasons(shared: readonly SharedFeature[]): Weighed[] {
  const words = shared.filter(({ feature }) => !isCode(feature));
  if (words.length === 0) return [];
  const weight = words.reduce((sum, { product }) => sum + product, 0);
  const spelled = () => joinedWords(words.map(({ feature }) => feature)).slice(0, wordsNamed);
  return [{ weight, code: "SHARED_WORDS", content: () => ({ code: "SHARED_WORDS", words: spelled() }) }];
}

const codeOfKind = {
  market: "SERVES_MARKET",
  certificate: "HOLDS_CERTIFICATES",
  tag: "SHARES_TAGS",
  language: "SPEAKS_LANGUAGE",
  quantity: "ORDER_SIZE_FITS",
} as const;

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
