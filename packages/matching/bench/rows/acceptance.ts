import { acceptanceProbability, fit, learn, type SeenDecision } from "../../src/acceptance/acceptance-model.ts";
import { reliability } from "../../src/acceptance/calibration.ts";
import { logistic, logLoss } from "../../src/acceptance/logistic.ts";
import { stableRandom } from "../../src/market/stable-random.ts";
import type { BenchOptions } from "../options.ts";
import { bothTimes, heading, line, spread, timed } from "../report.ts";

const shape = { people: 400, decisions: 12_000, trained: 9_000 };

/** Decisions of a fair that is known: fits, a market, picky deciders and popular others. What was true beside what is predicted. */
export function acceptanceRow({ repeats }: BenchOptions): void {
  heading(
    11,
    "acceptance: logarithmic loss on decisions not seen, and what probabilities mean",
    "near the truth, below the base rate",
  );
  const losses: Record<string, number[]> = { "base rate": [], ours: [], "the true probabilities": [] };
  const [predicted, happened]: number[][] = [[], []];
  for (let repeat = 0; repeat < Math.min(repeats, 5); repeat++) {
    const { decisions, truth } = world(900 + repeat);
    const model = fit(decisions.slice(0, shape.trained));
    const held = decisions.slice(shape.trained);
    const outcomes = held.map(isYes);
    const ours = held.map(({ actorSide, actorId, targetId, features }) =>
      acceptanceProbability(model, actorSide, actorId, targetId, features),
    );
    const rate =
      decisions
        .slice(0, shape.trained)
        .map(isYes)
        .reduce((sum, yes) => sum + yes, 0) / shape.trained;
    losses["base rate"]!.push(
      logLoss(
        held.map(() => rate),
        outcomes,
      ),
    );
    losses.ours!.push(logLoss(ours, outcomes));
    losses["the true probabilities"]!.push(logLoss(truth.slice(shape.trained), outcomes));
    predicted!.push(...ours);
    happened!.push(...outcomes);
    if (repeat === 0)
      line(
        "learning one decision online, ms",
        bothTimes(
          held.map((one) => timed(() => learn(model, one))),
          4,
        ),
      );
  }
  for (const [name, values] of Object.entries(losses)) line(`logarithmic loss, ${name}`, spread(values, 4));
  for (const { from, to, count, predicted: said, observed } of reliability(predicted!, happened!))
    line(`  said ${from.toFixed(1)} to ${to.toFixed(1)}`, `said ${said.toFixed(3)}, happened ${observed.toFixed(3)} of ${count}`);
}

const isYes = ({ kind }: SeenDecision): number => (kind === "accepted" ? 1 : 0);

function world(seed: number): { decisions: SeenDecision[]; truth: number[] } {
  const random = stableRandom(seed);
  const normal = () => random() + random() + random() + random() - 2;
  const effects = () => Array.from({ length: shape.people }, () => 1.2 * normal());
  const [picky, popular] = [effects(), effects()];
  const truth: number[] = [];
  const decisions = Array.from({ length: shape.decisions }, (_, at): SeenDecision => {
    const [actor, target] = [Math.floor(random() * shape.people), Math.floor(random() * shape.people)];
    const [ownFit, otherFit, market] = [random(), random(), random() < 0.3 ? "BR" : "US"];
    const probability = logistic(-2 + 4 * ownFit + otherFit + (market === "BR" ? 1 : 0) + picky[actor]! + popular[target]!);
    truth.push(probability);
    return {
      actorId: `a${actor}`,
      targetId: `t${target}`,
      actorSide: at % 2 === 0 ? "buyer" : "exhibitor",
      kind: random() < probability ? "accepted" : "declined",
      features: { ownFit, otherFit, market },
    };
  });
  return { decisions, truth };
}
