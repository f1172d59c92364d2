import { type Decision, meanings, type PairState } from "./decision.ts";
import { emptyTally, leaning, type Tally } from "./reputation.ts";

/**
 * Everything that decisions left behind, by member id, so that it outlives a profile that is removed and comes back. What
 * it says depends on which decisions were recorded; only "accepted" after "cancelled" and the like depend on their order.
 */
export type DecisionBook = { pairs: Map<string, Map<string, PairState>>; tallies: Map<string, Tally> };

export const createDecisionBook = (): DecisionBook => ({ pairs: new Map(), tallies: new Map() });

export const pairState = (book: DecisionBook, a: string, b: string): PairState | undefined => book.pairs.get(a)?.get(b);

export function leaningsOf(book: DecisionBook, id: string): { picky: number; popular: number } {
  const tally = book.tallies.get(id);
  if (tally === undefined) return { picky: 0, popular: 0 };
  return { picky: leaning(tally.saidYes, tally.saidNo), popular: leaning(tally.gotYes, tally.gotNo) };
}

export function noteDecision(book: DecisionBook, { actorId, targetId, kind }: Decision): void {
  const { says, pair } = meanings[kind];
  if (says !== "nothing") {
    const [actor, target] = [tallyOf(book, actorId), tallyOf(book, targetId)];
    if (says === "yes") {
      actor.saidYes++;
      target.gotYes++;
    } else {
      actor.saidNo++;
      target.gotNo++;
    }
  }
  if (pair === "unchanged" || pairState(book, actorId, targetId) === "closed") return;
  setPair(book, actorId, targetId, pair);
  setPair(book, targetId, actorId, pair);
}

function tallyOf(book: DecisionBook, id: string): Tally {
  const tally = book.tallies.get(id) ?? emptyTally();
  book.tallies.set(id, tally);
  return tally;
}

function setPair(book: DecisionBook, from: string, to: string, state: PairState | "free"): void {
  const states = book.pairs.get(from) ?? new Map<string, PairState>();
  if (state === "free") states.delete(to);
  else states.set(to, state);
  if (states.size > 0) book.pairs.set(from, states);
  else book.pairs.delete(from);
}
