import { createClassifier } from "@rialto/matching/hs/classifier";
import { descriptions, nameOf } from "@rialto/matching/hs/nomenclature";
import type { HsQuestion, NamedCode } from "./hs-question.ts";

const MOST = 8;
/** Less sure than this, a proposal only gets in the way of a better one. */
const LEAST_CONFIDENCE = 0.005;

const classifier = createClassifier();

const named = (code: string, confidence?: number): NamedCode[] => {
  const name = nameOf(code);
  return name === undefined ? [] : [{ code, name, ...(confidence === undefined ? {} : { confidence }) }];
};

/** "6203.4" finds 6203 and what lies below it, the shortest first. */
function beginningWith(digits: string): NamedCode[] {
  const found = [...descriptions.keys()].filter((code) => code.startsWith(digits));
  return found
    .toSorted((one, other) => one.length - other.length || one.localeCompare(other))
    .slice(0, MOST)
    .flatMap((code) => named(code));
}

function propose(text: string): NamedCode[] {
  if (/^[\d.\s]+$/.test(text)) return beginningWith(text.replaceAll(/\D/g, ""));
  return classifier
    .classify(text, MOST)
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .flatMap(({ code, confidence }) => named(code, confidence));
}

export const answerHs = (question: HsQuestion): NamedCode[] =>
  "propose" in question
    ? propose(question.propose)
    : question.name.filter((code) => descriptions.has(code)).flatMap((code) => named(code));
