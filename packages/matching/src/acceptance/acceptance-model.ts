import type { Decision, DecisionKind } from "../live/decision.ts";
import { priorScoring, type Scoring } from "../live/scoring.ts";
import type { Side } from "../profile/profile.ts";
import type { FeatureValues } from "./features.ts";
import { type Answer, fitYes, learnAnswer, predictYes, priorModel, type YesModel } from "./yes-model.ts";

/** Two directions, two models: when a buyer decides about an exhibitor, and the reverse. */
export type AcceptanceModel = Record<Side, YesModel>;

/** A decision with the side of the one who took it and the features of the pair from that side's view. */
export type SeenDecision = Decision & { actorSide: Side; features: FeatureValues };

/** How much each kind of decision says, and whether it is a yes; kinds that are not here say nothing. */
const evidence: Readonly<Partial<Record<DecisionKind, { yes: boolean; weight: number }>>> = {
  viewed: { yes: false, weight: 0.1 },
  requested: { yes: true, weight: 1 },
  accepted: { yes: true, weight: 1 },
  declined: { yes: false, weight: 1 },
  noThanks: { yes: false, weight: 1 },
  held: { yes: true, weight: 0.5 },
  noShow: { yes: false, weight: 0.5 },
};

/** The model before any decision: the live engine's prior on the features `ownFit` and `otherFit`. */
export function priorAcceptance(scoring: Scoring = priorScoring): AcceptanceModel {
  const modelOf = ({ intercept, own, other }: Scoring["buyer"]) =>
    priorModel({ intercept, weights: { ownFit: own, otherFit: other } });
  return { buyer: modelOf(scoring.buyer), exhibitor: modelOf(scoring.exhibitor) };
}

/** Trains both directions on decisions of earlier fairs. Throws FEATURE_INVALID, DECISION_INVALID. */
export function fit(decisions: readonly SeenDecision[]): AcceptanceModel {
  const answersOf = (side: Side) => decisions.filter(({ actorSide }) => actorSide === side).flatMap(answersFrom);
  return { buyer: fitYes(answersOf("buyer")), exhibitor: fitYes(answersOf("exhibitor")) };
}

/** Learns one decision at once, in microseconds. */
export function learn(model: AcceptanceModel, decision: SeenDecision): void {
  for (const answer of answersFrom(decision)) learnAnswer(model[decision.actorSide], answer);
}

export const acceptanceProbability = (
  model: AcceptanceModel,
  side: Side,
  deciderId: string,
  otherId: string,
  features: FeatureValues,
): number => predictYes(model[side], { deciderId, otherId, features });

function answersFrom({ actorId, targetId, kind, features }: SeenDecision): Answer[] {
  const meaning = Object.hasOwn(evidence, kind) ? evidence[kind] : undefined;
  return meaning === undefined ? [] : [{ deciderId: actorId, otherId: targetId, features, ...meaning }];
}

/**
 * What a model trained on `ownFit` and `otherFit` knows about fits, for the live engine: a new matcher with this scoring
 * ranks by it. A negative weight becomes 0: a better fit never lowers a score.
 */
export function scoringFrom(model: AcceptanceModel, buyerShare = 0.5): Scoring {
  return { buyer: coefficients(model.buyer), exhibitor: coefficients(model.exhibitor), buyerShare };
}

function coefficients(model: YesModel): Scoring["buyer"] {
  const { slope, offset } = model.calibration;
  let intercept = model.intercept;
  const weightOf = (name: string): number => {
    const feature = model.scale.numeric.find((numeric) => numeric.name === name);
    if (feature === undefined) return 0;
    const weight = Math.max(0, model.weights[feature.column]! / feature.deviation);
    intercept -= weight * feature.mean;
    return weight * slope;
  };
  const [own, other] = [weightOf("ownFit"), weightOf("otherFit")];
  return { intercept: intercept * slope + offset, own, other };
}
