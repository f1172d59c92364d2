import fc, { type Scheduler } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booth, BoothEvent } from "./booths.ts";
import { hold, note } from "./booths.ts";
import { appliedBy, oneTo } from "./recording-bus.ts";
import { simulatedCollection } from "./simulated-collection.ts";
import { type Fault, type Planted, type SimulatedProcess, startProcess, type World } from "./simulated-process.ts";

// The code under test is the real one (update-aggregate, relay); simulated are the collection's atomic steps, the log,
// time and the order of everything, which fast-check's scheduler chooses.

interface Command {
  readonly does: "hold" | "holdTwice" | "note" | "holdWithKey" | "sweep" | "kill";
  readonly process: number;
  readonly aggregate: number;
}

const command: fc.Arbitrary<Command> = fc.record({
  does: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom("hold" as const, "holdTwice" as const, "holdWithKey" as const) },
    { weight: 6, arbitrary: fc.constantFrom("note" as const, "sweep" as const) },
    { weight: 1, arbitrary: fc.constant("kill" as const) },
  ),
  process: fc.nat(2),
  aggregate: fc.nat(1),
});

const fault = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fault>("none") },
  { weight: 1, arbitrary: fc.constantFrom<Fault>("fails", "answerLost", "happensLater") },
);
const faults = fc.array(fault, { maxLength: 120, size: "max" });

interface Attempt {
  readonly holder: string;
  outcome?: "written" | "repeated" | "unknown";
}

async function run(scheduler: Scheduler, commands: readonly Command[], plan: readonly Fault[], planted: Planted) {
  const fates = [...plan];
  const world: World = { scheduler, collection: simulatedCollection(), log: [], nextFault: () => fates.shift() ?? "none" };
  const processes = oneTo(3).map(() => startProcess(world, planted));
  const attempts: Attempt[] = [];
  commands.forEach((command, index) => {
    void scheduler.schedule(Promise.resolve(), command.does).then(() => act(processes, command, index, attempts));
  });
  await untilQuiet(scheduler);
  for (const process of processes) process.kill();
  fates.length = 0;
  const last = startProcess(world, planted);
  await scheduler.waitFor(last.relay.sweep());
  await scheduler.waitFor(last.relay.idle());
  return { world, attempts };
}

function act(processes: readonly SimulatedProcess[], command: Command, index: number, attempts: Attempt[]): void {
  const process = processes[command.process] as SimulatedProcess;
  const id = `booth-${command.aggregate}`;
  if (command.does === "kill") process.kill();
  else if (command.does === "sweep") process.relay.sweep().catch(() => {});
  else if (command.does === "note") process.update(id, () => [note("n")]).catch(() => {});
  else held(process, id, command, index, attempts);
}

function held(process: SimulatedProcess, id: string, { does }: Command, index: number, attempts: Attempt[]): void {
  const key = does === "holdWithKey" ? "key" : undefined;
  const attempt: Attempt = { holder: key === undefined ? `h${index}` : `${id}-key` };
  attempts.push(attempt);
  const decide = (): BoothEvent[] => [
    hold(id, attempt.holder),
    ...(does === "holdTwice" ? [note("n"), hold(id, `${attempt.holder}+`)] : []),
  ];
  process.update(id, decide, key).then(
    ({ repeated }) => {
      attempt.outcome = repeated ? "repeated" : "written";
    },
    () => {
      attempt.outcome = "unknown";
    },
  );
}

/** Steps follow steps after any number of microtasks, so the queue is empty for good only after a turn of the event loop. */
async function untilQuiet(scheduler: Scheduler): Promise<void> {
  do {
    await scheduler.waitIdle();
    await new Promise((resolve) => setImmediate(resolve));
  } while (scheduler.count() > 0);
}

const occurrences = (list: readonly string[], item: string) => list.filter((one) => one === item).length;

function check({ world, attempts }: Awaited<ReturnType<typeof run>>): void {
  const documents = [...world.collection.documents.values()];
  const withEvents = documents.filter(({ seq }) => seq > 0);
  // Each consumer sees 1..n of every aggregate once, in order.
  expect(appliedBy(world.log)).toEqual(new Map(withEvents.map(({ _id, seq }) => [_id, oneTo(seq)])));
  expect(documents.flatMap(({ pending }) => pending)).toEqual([]);
  // One event for each effect, with the same content.
  const firsts = new Map(world.log.map((event) => [`${event.subject}/${event.seq}`, event]));
  const published = [...firsts.values()].map(({ data }) => (data as { holder: string }).holder).sort();
  const effects = documents.flatMap(({ state }: { state: Booth }) => state.holders);
  expect(published).toEqual([...effects].sort());
  // No command takes effect twice, whatever was lost, and what was acknowledged took effect.
  for (const { holder, outcome } of attempts) {
    const count = occurrences(effects, holder);
    expect(count).toBeLessThanOrEqual(1);
    if (outcome === "written" || outcome === "repeated") expect(count).toBe(1);
  }
}

const property = (planted: Planted = {}) =>
  fc.asyncProperty(
    fc.scheduler(),
    fc.array(command, { minLength: 1, maxLength: 24, size: "max" }),
    faults,
    async (scheduler, commands, plan) => check(await run(scheduler, commands, plan, planted)),
  );

test("in 4,000 random interleavings of 3 processes with lost answers, late effects and kills, each consumer sees 1..n once, in order", async () => {
  await fc.assert(property(), { numRuns: 4_000, endOnFailure: true });
}, 60_000);

describe("a planted bug is noticed", () => {
  const bugs: Record<string, Planted> = {
    "a lost answer is taken for a lost write": { documents: (documents) => ({ ...documents, marksOf: async () => [] }) },
    "the writer's events are taken for all that is pending": { write: (write) => ({ ...write, nothingElsePending: true }) },
    "more is forgotten than was sent": {
      outbox: (outbox) => ({
        ...outbox,
        forget: async (sent) => {
          const all = await outbox.pendingOf(
            sent.map(({ id }) => id),
            1_000,
          );
          await outbox.forget(all.map(({ id, events }) => ({ id, eventIds: events.map((event) => event.id) })));
        },
      }),
    },
    "the newest event is sent first": {
      outbox: (outbox) => ({
        ...outbox,
        pendingOf: async (ids, limit) =>
          (await outbox.pendingOf(ids, limit)).map((one) => ({ ...one, events: one.events.toReversed() })),
      }),
    },
    "the sweep finds nothing": { outbox: (outbox) => ({ ...outbox, waiting: async () => [] }) },
    "a key is not remembered": { documents: (documents) => ({ ...documents, read: (id) => documents.read(id, undefined) }) },
  };

  test.each(Object.entries(bugs))(
    "%s",
    async (_, planted) => {
      const { failed } = await fc.check(property(planted), { numRuns: 2_000, endOnFailure: true });
      expect(failed).toBe(true);
    },
    60_000,
  );
});
