import { pairState } from "../live/decision-book.ts";
import { hasRoomFor, type LiveLists } from "../live/live-lists.ts";
import { type Ban, banBetween, type Member } from "../live/member.ts";
import { dotOf, pairScore, yesOfBoth } from "../live/pair-score.ts";
import { rankOf } from "../live/rankings.ts";
import { toldTo } from "../live/shown.ts";
import type { Vocabulary } from "../live/vocabulary.ts";
import { type ContextKind, contextKinds } from "../profile/context.ts";
import { missingValues, reasonsOf } from "./explain.ts";
import type { Reason } from "./reason.ts";

/** Why somebody is not on a list. */
export type Obstacle =
  | { code: Ban | "SAME_SIDE" | "SAID_NO" | "ALREADY_ARRANGED" | "TOO_LITTLE_SHARED" | "NO_ROOM" }
  | { code: "OUTRANKED"; rank: number };

/** What would raise the score: the other side's missing answers, and needs or offers that are not described. */
export type Advice =
  | { code: "ANSWER_MISSING"; of: Reason["of"]; kind: ContextKind; values: string[] }
  | { code: "NEEDS_NOT_DESCRIBED" | "OFFERS_NOT_DESCRIBED"; of: Reason["of"] };

/**
 * A pair taken apart, from the first member's view. `ownFit` is how well the other's offers meet its needs, `otherFit` the
 * reverse; the points of the reasons `of` each add up to that fit. `score` is absent when the pair may not be recommended.
 */
export type Explanation = {
  score?: number;
  ownFit: number;
  otherFit: number;
  /** Chance that this member (the other member) says yes. */
  ownYes: number;
  otherYes: number;
  reasons: Reason[];
  obstacles: Obstacle[];
  advice: Advice[];
};

export function explainPair(lists: LiveLists, vocabulary: Vocabulary, number: number, other: number): Explanation {
  const { index } = lists;
  const [member, partner] = [index.members[number]!, index.members[other]!];
  const [ownDot, otherDot] = [dotOf(member, partner), dotOf(partner, member)];
  const score = pairScore(index, number, other);
  const own = member.side === "buyer";
  const both = own ? yesOfBoth(index, number, other, ownDot, otherDot) : yesOfBoth(index, other, number, otherDot, ownDot);
  return {
    ...(score === undefined ? {} : { score }),
    ownFit: own ? both.buyerFit : both.exhibitorFit,
    otherFit: own ? both.exhibitorFit : both.buyerFit,
    ownYes: own ? both.buyerYes : both.exhibitorYes,
    otherYes: own ? both.exhibitorYes : both.buyerYes,
    reasons: [...reasonsOf(member, partner, "own", vocabulary), ...reasonsOf(partner, member, "other", vocabulary)],
    obstacles: obstaclesOf(lists, number, other, score),
    advice: [...adviceFor(member, partner, "own", vocabulary), ...adviceFor(partner, member, "other", vocabulary)],
  };
}

function obstaclesOf(lists: LiveLists, number: number, other: number, score: number | undefined): Obstacle[] {
  const { index } = lists;
  const [member, partner] = [index.members[number]!, index.members[other]!];
  if (member.side === partner.side) return [{ code: "SAME_SIDE" }];
  const ban = banBetween(member, partner);
  if (ban !== undefined) return [{ code: ban }];
  const state = pairState(index.book, member.id, partner.id);
  if (state !== undefined) return [{ code: state === "closed" ? "SAID_NO" : "ALREADY_ARRANGED" }];
  if (score === undefined) return [{ code: "TOO_LITTLE_SHARED" }];
  if (toldTo(lists.shown, number).some(({ candidate }) => candidate === other)) return [];
  if (!hasRoomFor(lists, other, number, score)) return [{ code: "NO_ROOM" }];
  return [{ code: "OUTRANKED", rank: rankOf(lists.rankings, number, score, other, lists.index) + 1 }];
}

function adviceFor(needy: Member, offering: Member, of: Reason["of"], vocabulary: Vocabulary): Advice[] {
  const advice: Advice[] = [];
  if (needy.needsEnd === 0) advice.push({ code: "NEEDS_NOT_DESCRIBED", of });
  if (offering.offersEnd === offering.needsEnd) advice.push({ code: "OFFERS_NOT_DESCRIBED", of });
  if (advice.length > 0) return advice;
  for (const kind of contextKinds) {
    const values = missingValues(needy, offering, kind, vocabulary);
    if (values.length > 0) advice.push({ code: "ANSWER_MISSING", of, kind, values });
  }
  return advice;
}
