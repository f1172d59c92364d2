import { refuse } from "../errors.ts";
import { stableRandom } from "../market/stable-random.ts";
import { type Calibration, calibrate, calibrated, uncalibrated } from "./calibration.ts";
import { columnsOf, type FeatureScale, type FeatureValues, scaleFrom } from "./features.ts";
import { logistic } from "./logistic.ts";

/** One decision of one direction: the decider said yes or no to the other, seen with these features of the pair. */
export type Answer = { deciderId: string; otherId: string; yes: boolean; weight?: number; features: FeatureValues };

/**
 * The chance that a decider says yes, as log-odds: an intercept, the features of the pair (who fits whom), how ready the
 * decider is to say yes (picky), and how often the other gets a yes (popular). The last two are shrunk towards 0, so that
 * one decision says little about a person.
 */
export type YesModel = {
  scale: FeatureScale;
  intercept: number;
  weights: Float64Array;
  squares: Float64Array;
  picky: Map<string, Effect>;
  popular: Map<string, Effect>;
  calibration: Calibration;
};

type Effect = { value: number; information: number };

const knobs = { sweeps: 40, featureRidge: 3, personRidge: 2.5, online: 0.1, folds: 4, tolerance: 1e-5 };

export type Prior = { intercept: number; weights: Readonly<Record<string, number>> };

/** A model that has seen nothing: the prior's log-odds for named numeric features between 0 and 1. */
export function priorModel(prior: Prior): YesModel {
  const names = Object.keys(prior.weights).sort();
  const numeric = names.map((name, at) => ({ name, mean: 0, deviation: 1, column: 2 * at, missingColumn: 2 * at + 1 }));
  const model = emptyModel({ numeric, categories: new Map(), columns: 2 * names.length });
  model.intercept = prior.intercept;
  names.forEach((name, at) => {
    model.weights[2 * at] = prior.weights[name]!;
  });
  return model;
}

function emptyModel(scale: FeatureScale): YesModel {
  const [weights, squares] = [new Float64Array(scale.columns), new Float64Array(scale.columns).fill(1)];
  return { scale, intercept: 0, weights, squares, picky: new Map(), popular: new Map(), calibration: uncalibrated };
}

/** Calibrated probability of a yes; people and features never seen count as average. */
export function predictYes(model: YesModel, { deciderId, otherId, features }: Omit<Answer, "yes" | "weight">): number {
  return calibrated(model.calibration, logistic(oddsOf(model, deciderId, otherId, columnsOf(model.scale, features))));
}

type Row = { columns: number[]; amounts: number[] };

function oddsOf(model: YesModel, deciderId: string, otherId: string, { columns, amounts }: Row): number {
  let odds = model.intercept + (model.picky.get(deciderId)?.value ?? 0) + (model.popular.get(otherId)?.value ?? 0);
  for (let at = 0; at < columns.length; at++) odds += model.weights[columns[at]!]! * amounts[at]!;
  return odds;
}

/** Learns from one decision at once: a step on features (AdaGrad, Duchi et al. 2011) and a shrunk Newton step on both people. */
export function learnAnswer(model: YesModel, answer: Answer): void {
  const { deciderId, otherId, weight = 1 } = checked(answer);
  const row = columnsOf(model.scale, answer.features);
  const probability = logistic(oddsOf(model, deciderId, otherId, row));
  const error = weight * ((answer.yes ? 1 : 0) - probability);
  const information = weight * probability * (1 - probability);
  for (let at = 0; at < row.columns.length; at++) {
    const gradient = error * row.amounts[at]!;
    const column = row.columns[at]!;
    model.squares[column]! += gradient * gradient;
    model.weights[column]! += (knobs.online * gradient) / Math.sqrt(model.squares[column]!);
  }
  nudge(model.picky, deciderId, error, information);
  nudge(model.popular, otherId, error, information);
}

function nudge(effects: Map<string, Effect>, id: string, error: number, information: number): void {
  const effect = effects.get(id) ?? { value: 0, information: 0 };
  effect.information += information;
  effect.value += error / (effect.information + knobs.personRidge);
  effects.set(id, effect);
}

/**
 * Trains on all decisions of earlier fairs: penalized logistic regression with person effects by coordinate Newton steps,
 * then a calibration on predictions for decisions that were held out. Throws FEATURE_INVALID. O(sweeps x values).
 */
export function fitYes(answers: readonly Answer[]): YesModel {
  for (const answer of answers) checked(answer);
  const model = fitted(answers);
  const [held, outcomes] = heldOut(answers);
  if (held.length >= 30) model.calibration = calibrate(held, outcomes);
  return model;
}

/** Predictions for each decision by a model that has not seen it. */
function heldOut(answers: readonly Answer[]): [number[], number[]] {
  const random = stableRandom(answers.length);
  const fold = answers.map(() => Math.floor(random() * knobs.folds));
  const [held, outcomes]: [number[], number[]] = [[], []];
  for (let out = 0; out < knobs.folds; out++) {
    const model = fitted(answers.filter((_, at) => fold[at] !== out));
    answers.forEach((answer, at) => {
      if (fold[at] !== out) return;
      held.push(predictYes(model, answer));
      outcomes.push(answer.yes ? 1 : 0);
    });
  }
  return [held, outcomes];
}

function fitted(answers: readonly Answer[]): YesModel {
  const model = emptyModel(scaleFrom(answers.map(({ features }) => features)));
  const rows = answers.map(({ features }) => columnsOf(model.scale, features));
  const odds = new Float64Array(answers.length);
  const outcome = Float64Array.from(answers, ({ yes }) => (yes ? 1 : 0));
  const weight = Float64Array.from(answers, ({ weight = 1 }) => weight);
  const groups = [
    {
      ridge: 1e-3,
      members: [everyone(answers.length)],
      add: (_: number, step: number) => {
        model.intercept += step;
      },
    },
    {
      ridge: knobs.featureRidge,
      members: byColumn(rows, model.scale.columns),
      add: (column: number, step: number) => {
        model.weights[column]! += step;
      },
    },
    personGroup(
      answers.map(({ deciderId }) => deciderId),
      model.picky,
    ),
    personGroup(
      answers.map(({ otherId }) => otherId),
      model.popular,
    ),
  ];
  const values = groups.map(({ members }) => new Float64Array(members.length));
  for (let sweep = 0; sweep < knobs.sweeps; sweep++) {
    let largest = 0;
    groups.forEach(({ ridge, members, add }, group) => {
      members.forEach((list, at) => {
        const step = newtonStep(list, odds, outcome, weight, ridge, values[group]![at]!);
        values[group]![at]! += step;
        add(at, step);
        largest = Math.max(largest, Math.abs(step));
        for (let k = 0; k < list.rows.length; k++) odds[list.rows[k]!]! += step * list.amounts[k]!;
      });
    });
    if (largest < knobs.tolerance) break;
  }
  return model;
}

type Members = { rows: number[]; amounts: number[] };

const everyone = (count: number): Members => ({
  rows: Array.from({ length: count }, (_, at) => at),
  amounts: new Array<number>(count).fill(1),
});

function byColumn(rows: readonly Row[], columns: number): Members[] {
  const lists = Array.from({ length: columns }, (): Members => ({ rows: [], amounts: [] }));
  rows.forEach((row, at) => {
    row.columns.forEach((column, k) => {
      lists[column]!.rows.push(at);
      lists[column]!.amounts.push(row.amounts[k]!);
    });
  });
  return lists;
}

function personGroup(ids: readonly string[], effects: Map<string, Effect>) {
  const people = [...new Set(ids)];
  const numberOf = new Map(people.map((id, at) => [id, at]));
  const members = people.map((): Members => ({ rows: [], amounts: [] }));
  ids.forEach((id, at) => {
    members[numberOf.get(id)!]!.rows.push(at);
    members[numberOf.get(id)!]!.amounts.push(1);
  });
  for (const [at, id] of people.entries()) effects.set(id, { value: 0, information: members[at]!.rows.length / 5 });
  return {
    ridge: knobs.personRidge,
    members,
    add: (at: number, step: number) => {
      effects.get(people[at]!)!.value += step;
    },
  };
}

/** One guarded Newton step of a single coefficient under a ridge penalty. */
function newtonStep(
  { rows, amounts }: Members,
  odds: Float64Array,
  outcome: Float64Array,
  weight: Float64Array,
  ridge: number,
  value: number,
): number {
  let gradient = -ridge * value;
  let curvature = ridge;
  for (let k = 0; k < rows.length; k++) {
    const at = rows[k]!;
    const p = logistic(odds[at]!);
    gradient += weight[at]! * (outcome[at]! - p) * amounts[k]!;
    curvature += weight[at]! * Math.max(p * (1 - p), 0.01) * amounts[k]! ** 2;
  }
  return Math.max(-2, Math.min(2, gradient / curvature));
}

function checked(answer: Answer): Answer {
  const { weight = 1 } = answer;
  if (!(weight >= 0 && Number.isFinite(weight)) || typeof answer.yes !== "boolean")
    refuse("DECISION_INVALID", { weight: String(weight) });
  return answer;
}
