import { expect, test } from "vitest";
import { stableRandom } from "../market/stable-random.ts";
import { acceptanceProbability, fit, learn, priorAcceptance, type SeenDecision, scoringFrom } from "./acceptance-model.ts";
import { calibrate, calibrated, reliability } from "./calibration.ts";
import { logistic, logLoss } from "./logistic.ts";
import { type Answer, fitYes, learnAnswer, predictYes, priorModel } from "./yes-model.ts";

/** A world that is known: a fit, a category, picky deciders and popular others. */
function world(count: number, seed: number): { answers: Answer[]; truth: number[] } {
  const random = stableRandom(seed);
  const normal = () => random() + random() + random() + random() - 2;
  const picky = Array.from({ length: 60 }, () => 1.5 * normal());
  const popular = Array.from({ length: 60 }, () => 1.5 * normal());
  const truth: number[] = [];
  const answers = Array.from({ length: count }, () => {
    const [a, b] = [Math.floor(random() * 60), Math.floor(random() * 60)];
    const ownFit = random();
    const market = random() < 0.3 ? "BR" : "US";
    const p = logistic(-2 + 4 * ownFit + (market === "BR" ? 1 : 0) + picky[a]! + popular[b]!);
    truth.push(p);
    return {
      deciderId: `a${a}`,
      otherId: `b${b}`,
      yes: random() < p,
      features: { ownFit, market, noise: random() < 0.2 ? null : normal() },
    };
  });
  return { answers, truth };
}

const outcomes = (answers: readonly Answer[]): number[] => answers.map(({ yes }) => (yes ? 1 : 0));

test("separates the fit from who is picky and who is popular", () => {
  const { answers, truth } = world(6000, 1);
  const [train, held] = [answers.slice(0, 4500), answers.slice(4500)];
  const model = fitYes(train);
  const predicted = held.map((answer) => predictYes(model, answer));
  const best = logLoss(truth.slice(4500), outcomes(held));
  const rate = outcomes(train).reduce((sum, yes) => sum + yes, 0) / train.length;
  const base = logLoss(
    held.map(() => rate),
    outcomes(held),
  );
  expect(logLoss(predicted, outcomes(held))).toBeLessThan(best + 0.25 * (base - best));
});

test("probabilities mean what they say", () => {
  const { answers } = world(6000, 2);
  const model = fitYes(answers.slice(0, 4500));
  const held = answers.slice(4500);
  const rows = reliability(
    held.map((answer) => predictYes(model, answer)),
    outcomes(held),
    5,
  );
  for (const row of rows.filter(({ count }) => count > 100)) expect(Math.abs(row.predicted - row.observed)).toBeLessThan(0.08);
});

test("works from nothing, then learns online who says yes", () => {
  const model = priorModel({ intercept: -3, weights: { ownFit: 4.5 } });
  const about = (ownFit: number, deciderId = "x") => predictYes(model, { deciderId, otherId: "y", features: { ownFit } });
  expect(about(0.9)).toBeGreaterThan(about(0.1) + 0.4);
  const before = about(0.5, "eager");
  for (let at = 0; at < 20; at++)
    learnAnswer(model, { deciderId: "eager", otherId: `y${at}`, yes: true, features: { ownFit: 0.5 } });
  expect(about(0.5, "eager")).toBeGreaterThan(before + 0.2);
  expect(about(0.5, "other")).toBeLessThan(about(0.5, "eager"));
});

test("learning one decision takes microseconds", () => {
  const model = priorModel({ intercept: -3, weights: { ownFit: 4.5, otherFit: 1 } });
  const start = performance.now();
  for (let at = 0; at < 10_000; at++)
    learnAnswer(model, {
      deciderId: `a${at % 100}`,
      otherId: `b${at % 77}`,
      yes: at % 3 === 0,
      features: { ownFit: 0.5, otherFit: 0.2 },
    });
  expect((performance.now() - start) / 10_000).toBeLessThan(0.1);
});

test("two directions are two models, and both feed the live scoring without ever punishing a better fit", () => {
  const random = stableRandom(3);
  const decisions: SeenDecision[] = Array.from({ length: 2000 }, (_, at) => {
    const [ownFit, otherFit] = [random(), random()];
    const actorSide = at % 2 === 0 ? "buyer" : "exhibitor";
    const yes = random() < logistic(actorSide === "buyer" ? -2 + 5 * ownFit : 2 - 4 * ownFit);
    return {
      actorId: `a${at % 50}`,
      targetId: `t${at % 40}`,
      kind: yes ? "accepted" : "declined",
      actorSide,
      features: { ownFit, otherFit },
    };
  });
  const model = fit(decisions);
  const scoring = scoringFrom(model);
  expect(scoring.buyer.own).toBeGreaterThan(3);
  expect(scoring.exhibitor.own).toBe(0);
  const likely = acceptanceProbability(model, "buyer", "new", "new", { ownFit: 1, otherFit: 0.5 });
  expect(likely).toBeGreaterThan(acceptanceProbability(model, "buyer", "new", "new", { ownFit: 0, otherFit: 0.5 }));
});

test("names that every object knows are features and people like any other, and no kind of decision", () => {
  const features = Object.fromEntries(["constructor", "toString", "valueOf"].map((name) => [name, 0.5]));
  const decision = (kind: string): SeenDecision => ({
    actorId: "__proto__",
    targetId: "constructor",
    kind: kind as "held",
    actorSide: "buyer",
    features,
  });
  const model = fit(Array.from({ length: 40 }, (_, at) => decision(at % 2 === 0 ? "accepted" : "declined")));
  const before = acceptanceProbability(model, "buyer", "__proto__", "constructor", features);
  expect(before).toBeCloseTo(0.5, 1);
  learn(model, decision("constructor"));
  expect(acceptanceProbability(model, "buyer", "__proto__", "constructor", features)).toBe(before);
  expect(acceptanceProbability(model, "buyer", "__proto__", "constructor", {})).toBeGreaterThan(0);
});

test("a view counts a little, a no counts fully", () => {
  const features = { ownFit: 0.6, otherFit: 0.6 };
  const after = (kind: SeenDecision["kind"]) => {
    const model = priorAcceptance();
    for (let at = 0; at < 5; at++) learn(model, { actorId: "b", targetId: "e", kind, actorSide: "buyer", features });
    return acceptanceProbability(model, "buyer", "b", "e", features);
  };
  expect(after("cancelled")).toBeGreaterThan(after("viewed"));
  expect(after("viewed")).toBeGreaterThan(after("declined"));
  expect(after("accepted")).toBeGreaterThan(after("cancelled"));
});

test("calibration repairs overconfidence and keeps the order", () => {
  const random = stableRandom(4);
  const truth = Array.from({ length: 3000 }, () => random());
  const yes = truth.map((p) => (random() < p ? 1 : 0));
  const overconfident = truth.map((p) => logistic(3 * Math.log((p + 1e-6) / (1 - p + 1e-6))));
  const calibration = calibrate(overconfident, yes);
  expect(calibration.slope).toBeLessThan(0.5);
  expect(
    logLoss(
      overconfident.map((p) => calibrated(calibration, p)),
      yes,
    ),
  ).toBeLessThan(logLoss(overconfident, yes) - 0.1);
});

test("FEATURE_INVALID, DECISION_INVALID: mixed kinds of a feature, impossible weights", () => {
  const answer: Answer = { deciderId: "a", otherId: "b", yes: true, features: { x: 1 } };
  expect(() => fitYes([answer, { ...answer, features: { x: "one" } }])).toThrow("FEATURE_INVALID");
  expect(() => fitYes([{ ...answer, weight: Number.NaN }])).toThrow("DECISION_INVALID");
  expect(predictYes(fitYes([]), answer)).toBeCloseTo(0.5, 5);
});
