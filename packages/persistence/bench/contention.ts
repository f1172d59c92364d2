import { ms, percentile, printTable } from "./figures.ts";

/** One way of taking something that only one can have. */
export interface Way {
  readonly name: string;
  /** True when this contender got `prize`. Must not reject. */
  attempt(contender: number, prize: string): Promise<boolean>;
}

export interface ContentionOptions {
  readonly contenders?: readonly number[];
  /** Rounds for a number of contenders; each round has a prize of its own. */
  readonly rounds?: (contenders: number, way: Way) => number;
}

export interface ContentionFigures {
  readonly way: string;
  readonly contenders: number;
  readonly rounds: number;
  /** Rounds with exactly one winner; anything but `rounds` is a defect. */
  readonly roundsWithOneWinner: number;
  /** Of all rounds together. */
  readonly attemptsPerSecond: number;
  /** Median of the rounds, with the tenth below and above. */
  readonly roundRate: { readonly low: number; readonly median: number; readonly high: number };
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const usualRounds = (contenders: number) => Math.max(2, Math.min(200, Math.ceil(2_000 / contenders)));

/** Lets 1, 10, 100 and 1,000 contenders race for one prize at a time, the ways taking turns round by round. */
export async function measureContention(ways: readonly Way[], options: ContentionOptions = {}): Promise<ContentionFigures[]> {
  const { contenders = [1, 10, 100, 1_000], rounds = usualRounds } = options;
  const figures: ContentionFigures[] = [];
  for (const count of contenders) {
    const races = ways.map((way) => ({ way, rounds: rounds(count, way), results: [] as Race[] }));
    for (let round = 0; round < Math.max(...races.map((race) => race.rounds)); round++) {
      for (const race of races) {
        if (round < race.rounds)
          race.results.push(await runRace(race.way, count, `${race.way.name}-${count}-${round}-${Date.now()}`));
      }
    }
    figures.push(...races.map(({ way, results }) => summarised(way, count, results)));
  }
  return figures;
}

interface Race {
  readonly winners: number;
  readonly latencies: readonly number[];
  readonly seconds: number;
}

async function runRace(way: Way, contenders: number, prize: string): Promise<Race> {
  const begun = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: contenders }, async (_, contender) => {
      const won = await way.attempt(contender, prize);
      return { won, latency: performance.now() - begun };
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  return { winners: outcomes.filter(({ won }) => won).length, latencies: outcomes.map(({ latency }) => latency), seconds };
}

function summarised(way: Way, contenders: number, races: readonly Race[]): ContentionFigures {
  const latencies = races.flatMap((race) => race.latencies);
  const seconds = races.reduce((sum, race) => sum + race.seconds, 0);
  const rates = races.map((race) => race.latencies.length / race.seconds);
  return {
    way: way.name,
    contenders,
    rounds: races.length,
    roundsWithOneWinner: races.filter(({ winners }) => winners === 1).length,
    attemptsPerSecond: Math.round(latencies.length / seconds),
    roundRate: { low: percentile(rates, 0.1), median: percentile(rates, 0.5), high: percentile(rates, 0.9) },
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}

export function printContention(title: string, figures: readonly ContentionFigures[]): void {
  const head = ["way", "contenders", "rounds", "with one winner", "attempts/s", "per round: median (tenths)", "p50 ms", "p99 ms"];
  const rows = figures.map((one) => [
    one.way,
    one.contenders,
    one.rounds,
    one.roundsWithOneWinner,
    one.attemptsPerSecond,
    `${Math.round(one.roundRate.median)} (${Math.round(one.roundRate.low)} to ${Math.round(one.roundRate.high)})`,
    ms(one.p50Ms),
    ms(one.p99Ms),
  ]);
  printTable(title, [head, ...rows]);
}
