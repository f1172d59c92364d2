import { useEffect, useState } from "react";
import { isSame, meet } from "./meet.ts";

/**
 * What is typed about something that others may change at the same time. Changes of untouched fields come in by themselves;
 * where both changed a field, nothing is lost or overwritten until the person has chosen.
 */
export function useDraft<Draft extends object>(current: Draft) {
  const [base, setBase] = useState(current);
  const [draft, setDraft] = useState(current);
  const met = meet(base, draft, current);
  const isBehind = !isSame(base, current);
  const isClear = isBehind && met.clashes.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows when the others' version has become another one
  useEffect(() => {
    if (!isClear) return;
    setDraft(met.draft);
    setBase(current);
  }, [isClear, JSON.stringify(current)]);
  return {
    draft: met.draft,
    clashes: met.clashes,
    change: (part: Partial<Draft>) => setDraft({ ...met.draft, ...part }),
    keepMine: () => {
      setDraft(met.draft);
      setBase(current);
    },
    takeTheirs: () => {
      setDraft({ ...met.draft, ...Object.fromEntries(met.clashes.map((field) => [field, current[field]])) });
      setBase(current);
    },
    /** What may be sent, seen against the newest version; `undefined`: there is a clash to look at first. */
    against(newest: Draft): Draft | undefined {
      const last = meet(base, draft, newest);
      return last.clashes.length === 0 ? last.draft : undefined;
    },
  };
}
