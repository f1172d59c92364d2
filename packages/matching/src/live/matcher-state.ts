import { refuse } from "../errors.ts";
import { type CandidateIndex, createCandidateIndex } from "./candidate-index.ts";
import { createLiveLists, type ListKnobs, type LiveLists } from "./live-lists.ts";
import type { Scoring } from "./scoring.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/**
 * All that a matcher knows, as data that can be cloned or serialized (structured clone), so that a process can go on where
 * another ended. It fits only the code, the knowledge and the knobs that it was made with: whoever stores it sees to that.
 * Shares its parts with the matcher: clone or serialize it before the next change.
 */
export type MatcherState = {
  index: Omit<CandidateIndex, "scratch">;
  lists: Pick<LiveLists, "knobs" | "rankings" | "shown">;
  words: readonly string[];
};

export type MatcherParts = { index: CandidateIndex; lists: LiveLists; vocabulary: Vocabulary };

export function stateOf({ index: { scratch, ...index }, lists, vocabulary }: MatcherParts): MatcherState {
  const { knobs, rankings, shown } = lists;
  return { index, lists: { knobs, rankings, shown }, words: vocabulary.all() };
}

/** The parts of a matcher as they were. Throws KNOB_INVALID when the state was made with other knobs or another scoring. */
export function partsFrom(state: MatcherState, scoring: Scoring, knobs: ListKnobs): MatcherParts {
  const isSame = JSON.stringify([state.index.scoring, state.lists.knobs]) === JSON.stringify([scoring, knobs]);
  if (!isSame) refuse("KNOB_INVALID", { state: "made with other knobs" });
  const index = { ...createCandidateIndex(scoring), ...state.index };
  return { index, lists: { ...createLiveLists(index, knobs), ...state.lists }, vocabulary: createVocabulary(state.words) };
}
