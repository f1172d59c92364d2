/** Another member and what it is worth, in thousandths. */
export interface Candidate {
  readonly id: string;
  readonly points: number;
}

/** How many a person is shown, and how many are kept behind them so that a list is seldom searched anew. */
export const listLimits = { shown: 20, kept: 60 } as const;

/** Best first, ties in a fixed order. */
export const better = (a: Candidate, b: Candidate): number => b.points - a.points || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A member's best candidates. `complete`: there are no others, so whoever comes next belongs into it. */
export interface TopList {
  readonly entries: Candidate[];
  complete: boolean;
}

export function topOf(found: ReadonlyMap<string, number>): TopList {
  const sorted = [...found].map(([id, points]) => ({ id, points })).sort(better);
  return { entries: sorted.slice(0, listLimits.kept), complete: sorted.length <= listLimits.kept };
}

export const shownOf = (list: TopList | undefined): readonly Candidate[] => list?.entries.slice(0, listLimits.shown) ?? [];

/** Too few are left to say who comes next: the list must be searched anew. */
export const isTooShort = (list: TopList): boolean => !list.complete && list.entries.length < listLimits.shown;

export function takeOut(list: TopList, id: string): boolean {
  const at = list.entries.findIndex((entry) => entry.id === id);
  if (at >= 0) list.entries.splice(at, 1);
  return at >= 0;
}

/** Puts a candidate that is not in the list where it belongs; answers whether it got in and who fell out for it. */
export function putIn(list: TopList, candidate: Candidate): { readonly isIn: boolean; readonly dropped?: string } {
  const { entries } = list;
  const before = entries.findIndex((entry) => better(candidate, entry) < 0);
  // Behind the last entry of an incomplete list there may be better ones that it does not know.
  if (before < 0 && !list.complete) return { isIn: false };
  entries.splice(before < 0 ? entries.length : before, 0, candidate);
  if (entries.length <= listLimits.kept) return { isIn: true };
  list.complete = false;
  const dropped = (entries.pop() as Candidate).id;
  return dropped === candidate.id ? { isIn: false } : { isIn: true, dropped };
}
