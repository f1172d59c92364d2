import type { Envelope } from "@rialto/contracts/kernel/event";
import type { Scheduler } from "fast-check";
import type { Documents } from "../src/documents.types.ts";
import { OutcomeUnknown } from "../src/errors.ts";
import { createTurns } from "../src/in-turn.ts";
import type { Outbox } from "../src/outbox.types.ts";
import { createRelay } from "../src/relay.ts";
import type { CommittedWrite, Written } from "../src/store.types.ts";
import { updateAggregate } from "../src/update-aggregate.ts";
import { type Booth, type BoothEvent, boothsDeclaration, evolve, noBooth, someCause } from "./booths.ts";
import type { SimulatedCollection } from "./simulated-collection.ts";

/** What goes wrong with one step: nothing; it fails; it happens and the answer is lost; it fails and happens later. */
export type Fault = "none" | "fails" | "answerLost" | "happensLater";

export interface World {
  readonly scheduler: Scheduler;
  readonly collection: SimulatedCollection<Booth>;
  /** What is on the bus, in order. */
  readonly log: Envelope[];
  /** The fate of the next step; "none" for ever after the plan is used up. */
  readonly nextFault: () => Fault;
}

/** Ways to break the code on purpose: the checks must notice each. */
export interface Planted {
  readonly documents?: (documents: Documents<Booth>) => Documents<Booth>;
  readonly outbox?: (outbox: Outbox) => Outbox;
  readonly write?: (write: CommittedWrite) => CommittedWrite;
}

export interface SimulatedProcess {
  update(id: string, decide: (state: Booth) => readonly BoothEvent[], key?: string): Promise<Written<Booth>>;
  readonly relay: ReturnType<typeof createRelay>;
  /** From now on nothing that it waits for comes back; what it has sent may still happen. */
  kill(): void;
}

const never = () => new Promise<never>(() => {});
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The real update and relay code on a simulated collection and log; each step takes as long as the scheduler likes. */
export function startProcess(world: World, planted: Planted = {}): SimulatedProcess {
  const { scheduler, collection, log } = world;
  let dead = false;
  const wait = async (label: string) => {
    await scheduler.schedule(Promise.resolve(), label);
    if (dead) await never();
  };
  const step = async <Result>(label: string, happen: () => Result): Promise<Result> => {
    const fault = world.nextFault();
    await wait(label);
    if (fault === "happensLater") void scheduler.schedule(Promise.resolve(), `${label}, late`).then(happen);
    if (fault === "fails" || fault === "happensLater") throw new Error(`${label} ${fault}`);
    const result = happen();
    await wait(`${label}, answer`);
    if (fault === "answerLost") throw new Error(`${label} ${fault}`);
    return result;
  };

  const documents: Documents<Booth> = {
    read: (id, key) => step("read", () => collection.read(id, key)),
    write: (planned) =>
      step("write", () => collection.write(planned)).catch((error: unknown) => {
        throw new OutcomeUnknown(planned.id, error);
      }),
    marksOf: (id) => step("marks", () => collection.marksOf(id)),
  };
  const outbox: Outbox = {
    name: "booths",
    pendingOf: (ids, limit) => step("pendingOf", () => collection.pendingOf(ids, limit)),
    forget: (sent) => step("forget", () => collection.forget(sent)),
    waiting: (limit) => step("waiting", () => collection.waiting(limit)),
  };
  const listeners: ((write: CommittedWrite) => void)[] = [];
  const relay = createRelay({
    stores: [{ outbox: planted.outbox?.(outbox) ?? outbox, onWritten: (listener) => void listeners.push(listener) }],
    bus: { publish: (envelopes) => step("publish", () => void log.push(...envelopes)) },
    logger: silent,
    after(_ms, run) {
      let off = false;
      void wait("timer").then(() => off || run());
      return () => {
        off = true;
      };
    },
  });
  const inTurn = createTurns();
  const settled = {
    store: "booths",
    source: "/rialto/persistence",
    definitions: new Map(boothsDeclaration.definitions.map((definition) => [definition.type, definition])),
    initial: noBooth,
    evolve,
    clock: () => "2026-09-01T10:00:00.000Z",
    sleep: () => wait("sleep"),
    onWritten: (write: CommittedWrite) => {
      for (const listener of listeners) listener(planted.write?.(write) ?? write);
    },
  };

  return {
    relay,
    kill: () => {
      dead = true;
    },
    update(id, decide, key) {
      const cause = someCause(key === undefined ? {} : { idempotency: { key, fingerprint: "same" } });
      return inTurn(id, () => updateAggregate(planted.documents?.(documents) ?? documents, { ...settled, id, decide, cause }));
    },
  };
}
