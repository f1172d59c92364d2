import type { Random } from "../random.ts";
import { type Annealed, anneal } from "./anneal.ts";
import { type Brokerage, breaksOf, calendars } from "./brokerage.ts";
import { construct } from "./construct.ts";

export interface SurveyOptions {
  random: Random;
  /** Ends as soon as this many breaks are reached. */
  target: number;
  shouldStop: () => boolean;
}

export interface Survey {
  /** Another so many short annealings from fresh starts, each of so many moves. Returns the best timetable of these, if any was found. */
  anneal(runs: number, moves: number, options: SurveyOptions): Annealed | null;
  /** Everybody who can have a break, those most often seen with one first. */
  suspects(): number[];
}

/** A timetable with two breaks more than the best counts for this much less. */
const unlikely = Math.E;
const constructSteps = 20_000;

/**
 * Who has the breaks? One annealing hardly ever ends in a best timetable, but those who have the breaks of the best ones have breaks again and again in
 * many good ones of unlike origin.
 */
export function createSurvey(problem: Brokerage): Survey {
  const seen: { breaks: number; broken: number[] }[] = [];
  const note = ({ slotOf, breaks }: Annealed): void => {
    const busy = calendars(problem, slotOf);
    seen.push({ breaks, broken: Array.from(busy.keys()).filter((p) => breaksOf(busy[p]!) > 0) });
  };
  return {
    anneal(runs, moves, options) {
      let best: Annealed | null = null;
      for (let run = 0; run < runs && !options.shouldStop(); run++) {
        const table = construct(problem, options.random, constructSteps);
        if (table === null) break;
        const found = anneal(problem, table, { ...options, moves });
        if (found === null) continue;
        note(found);
        if (best === null || found.breaks < best.breaks) best = found;
        if (best.breaks <= options.target) break;
      }
      return best;
    },
    suspects() {
      const weight = new Float64Array(problem.people);
      const fewest = Math.min(...seen.map(({ breaks }) => breaks));
      for (const { breaks, broken } of seen) for (const p of broken) weight[p]! += unlikely ** ((fewest - breaks) / 2);
      const meetings = (p: number) => problem.meetingsOf[p]!.length;
      const able = Array.from(weight.keys()).filter((p) => meetings(p) > 1);
      return able.sort((a, b) => weight[b]! - weight[a]! || meetings(b) - meetings(a));
    },
  };
}
