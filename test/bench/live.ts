// From an HTTP request to the socket of the person it concerns: Rialto beside the bare path, in turns, in one run.
// Needs MONGO_URL and KAFKA_BROKERS. npm run bench:live -w test -- --seconds 60 --rate 100 --blocks 6
import { parseArgs } from "node:util";
import { openBare } from "./contenders/bare.ts";
import { openRialto } from "./contenders/rialto.ts";
import { machineLoad, quantile, spread, table } from "./figures.ts";
import type { Contender } from "./load/contender.ts";
import { paced, type Sample } from "./load/paced.ts";
import { cpuMs } from "./proc.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    rate: { type: "string", default: "100" },
    blocks: { type: "string", default: "6" },
  },
});
const [seconds, rate, blocks] = [Number(values.seconds), Number(values.rate), Number(values.blocks)];
const WARM_UP_SECONDS = 8;

const servers = { mongoUrl: process.env.MONGO_URL ?? "", kafkaBrokers: process.env.KAFKA_BROKERS ?? "" };
const settings = process.env.BENCH_NODE_OPTIONS === undefined ? {} : { NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS };

const arrived = (samples: readonly Sample[]) =>
  samples.flatMap(({ sentAt, acceptedAt, arrivedAt }) =>
    arrivedAt === undefined ? [] : [{ whole: arrivedAt - sentAt, answer: acceptedAt - sentAt, after: arrivedAt - acceptedAt }],
  );

/** Processor time of each process of a contender while it works, in milliseconds per command. */
async function measuredBlock(contender: Contender, spent: Map<string, number>): Promise<Sample[]> {
  const before = new Map<string, number>();
  for (const [name, pid] of contender.pids()) before.set(name, await cpuMs(pid));
  const samples = await paced(contender, seconds / blocks, rate);
  for (const [name, pid] of contender.pids()) {
    spent.set(name, (spent.get(name) ?? 0) + ((await cpuMs(pid)) - (before.get(name) ?? 0)) / (seconds * rate));
  }
  return samples;
}

const figuresOf = (blocksOf: readonly (readonly Sample[])[]) => {
  const perBlock = blocksOf.map(arrived);
  const all = perBlock.flat();
  const of = (share: number) =>
    spread(
      perBlock.map((block) =>
        quantile(
          block.map(({ whole }) => whole),
          share,
        ),
      ),
    );
  return {
    p50: quantile(
      all.map(({ whole }) => whole),
      0.5,
    ),
    p99: quantile(
      all.map(({ whole }) => whole),
      0.99,
    ),
    row: [
      of(0.5),
      of(0.99),
      quantile(
        all.map(({ whole }) => whole),
        1,
      ).toFixed(1),
      quantile(
        all.map(({ answer }) => answer),
        0.5,
      ).toFixed(2),
      quantile(
        all.map(({ after }) => after),
        0.5,
      ).toFixed(2),
      `${all.length} of ${blocksOf.flat().length}`,
    ],
  };
};

const contenders = [await openBare(servers), await openRialto(servers, settings)];
try {
  const samples = contenders.map((): Sample[][] => []);
  const spent = contenders.map(() => new Map<string, number>());
  for (const contender of contenders) await paced(contender, WARM_UP_SECONDS, rate);
  for (let block = 0; block < blocks; block += 1) {
    for (const [index, contender] of contenders.entries()) {
      samples[index]?.push(await measuredBlock(contender, spent[index] ?? new Map()));
    }
  }
  const [bare, ours] = samples.map(figuresOf);
  console.log(
    `${rate} commands/s, ${seconds} s each in ${blocks} blocks by turns; median (least to most) over the blocks, ms; ${machineLoad()}`,
  );
  const head = ["", "request to socket p50", "p99", "most", "answer p50", "answer to socket p50", "arrived"];
  console.log(table([head, ["bare path", ...(bare?.row ?? [])], ["Rialto", ...(ours?.row ?? [])]]));
  if (bare !== undefined && ours !== undefined) {
    console.log(
      `whole run: bare ${bare.p50.toFixed(2)} / ${bare.p99.toFixed(2)}, Rialto ${ours.p50.toFixed(2)} / ${ours.p99.toFixed(2)}`,
    );
    console.log(`Rialto / bare: p50 ${(ours.p50 / bare.p50).toFixed(2)}x, p99 ${(ours.p99 / bare.p99).toFixed(2)}x`);
    for (const [index, { name }] of contenders.entries()) {
      const each = [...(spent[index] ?? [])].map(([process, ms]) => `${process} ${ms.toFixed(2)}`).join(", ");
      console.log(`processor time per command, ms: ${name}: ${each}`);
    }
    console.log(`targets: p50 under 15, p99 under 60, at most 2x the bare p50`);
  }
} finally {
  for (const contender of contenders) await contender.stop();
}
process.exit(0);
