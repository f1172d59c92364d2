import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../src/conformance/given-bus.ts";
import { createLedger, eventOf, manyKeys, numbers } from "../src/conformance/world.ts";
import { countedEvent } from "./counted-event.ts";
import { openKafkaProcess, SESSION_MS } from "./kafka-world.ts";

const script = fileURLToPath(new URL("./counting-consumer.child.ts", import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

type Ledger = ReturnType<typeof createLedger>;

function startConsumer(topic: string, group: string, ledger: Ledger): ChildProcess {
  const child = spawn(process.execPath, [script, topic, group, String(SESSION_MS)], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said = JSON.parse(line) as { id: string; n: number } | { ready: true };
    if ("id" in said) ledger.note(said);
  });
  return child;
}

test("consumers killed again and again in the middle of their work: every event is handled, and order holds", async () => {
  const counted = countedEvent(`killed.${randomUUID().slice(0, 8)}`);
  const { bus, proxy } = await openKafkaProcess([counted]);
  await bus.ensureTopics([counted.topic]);
  const ledger = createLedger();
  const keys = manyKeys(8);
  const group = randomUUID();
  const rounds = 3;
  const perRound = 60;
  let child = startConsumer(counted.topic.name, group, ledger);
  for (const round of numbers(1, rounds)) {
    const from = (round - 1) * perRound;
    await bus.publish(numbers(from + 1, from + perRound).flatMap((n) => keys.map((key) => eventOf(counted, key, n))));
    const before = ledger.total();
    await eventually(() => ledger.total() > before + 50, true, 60_000);
    child.kill("SIGKILL");
    child = startConsumer(counted.topic.name, group, ledger);
  }
  await eventually(
    () => keys.map((key) => ledger.of(key).at(-1)),
    keys.map(() => rounds * perRound),
    60_000,
  );
  for (const key of keys) expect(ledger.applied(key)).toEqual(numbers(1, rounds * perRound));
  await bus.close();
  await proxy.close();
});
