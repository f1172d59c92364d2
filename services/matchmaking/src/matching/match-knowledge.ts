import { knowledgeFrom } from "@rialto/matching/profile/knowledge";
import type { Knowledge } from "@rialto/matching/profile/product-vector";
import type { SetAside } from "./fair-market.ts";
import type { Catalogue } from "./match-source.ts";

/** What everybody knows before a fair's catalogues have taught anything. */
export const usualKnowledge = lazily(() => knowledgeFrom([]));

/** What a fair's catalogue teaches; one that cannot be read teaches nothing. */
export const learnedFrom = ({ fairId, items }: Catalogue, setAside: SetAside): Knowledge =>
  lazily(() => {
    try {
      return knowledgeFrom([catalogueMember(items)]);
    } catch (error) {
      setAside(fairId, error);
      return usualKnowledge;
    }
  });

/** Learns when it is first asked: an engine that goes on from stored lists needs no words before something changes. */
function lazily(learn: () => Knowledge): Knowledge {
  let learned: Knowledge | undefined;
  const known = () => {
    learned ??= learn();
    return learned;
  };
  return {
    get lexicon() {
      return known().lexicon;
    },
    get classifier() {
      return known().classifier;
    },
  };
}

/** The engine learns words from profiles; a catalogue is one that offers everything. */
const catalogueMember = (items: Catalogue["items"]) => ({
  id: "catalogue",
  side: "exhibitor" as const,
  offers: items,
  needs: [],
});
