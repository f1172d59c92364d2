import assert from "node:assert/strict";
import type { Draft } from "@rialto/contracts/kernel/event";
import { Refusal } from "@rialto/contracts/kernel/refusal";

/** What a rule may be expected to do. Each of these calls the decision, so a test without one tests nothing. */
export interface Expectations {
  /** Exactly these events, in this order. `undefined` fields count as absent, as on the wire. */
  then(drafts: readonly Draft[]): void;
  /** The rule says no with this code; of its details, those named here are compared. */
  thenRefused(code: string, details?: Readonly<Record<string, unknown>>): void;
  /** The rule has nothing to say. */
  thenNothing(): void;
}

export interface Given<State> {
  when<Command, Event extends Draft>(
    decision: (command: Command, state: State) => readonly Event[],
    command: NoInfer<Command>,
  ): Expectations;
}

/**
 * A rule as a sentence: `given(held).when(releaseBooth, command).then([boothReleased.draft(...)])`.
 * Both are frozen, so a decision that changes what it was given fails.
 */
export const given = <State>(state: State): Given<State> => ({
  when(decision, command) {
    const decide = () => decision(deepFrozen(command), deepFrozen(state));
    return {
      // biome-ignore lint/suspicious/noThenProperty: the sentence reads given, when, then; awaiting it is refused below
      then(drafts: readonly Draft[]) {
        if (typeof drafts === "function") throw new TypeError("given(...).when(...) is not a promise: do not await or return it");
        assert.deepStrictEqual(asOnTheWire(decide()), asOnTheWire(drafts));
      },
      thenRefused: (code, details = {}) => assertRefused(decide, code, details),
      thenNothing: () => assert.deepStrictEqual(asOnTheWire(decide()), []),
    };
  },
});

/** The state after these events, as the given: `givenEvents(evolve, initial, [boothHeld.draft(...)])`. */
export const givenEvents = <State, Event extends Draft>(
  evolve: (state: State, event: Event) => State,
  initial: State,
  drafts: readonly Event[],
): Given<State> => given(drafts.reduce(evolve, initial));

function assertRefused(decide: () => readonly Draft[], code: string, details: Readonly<Record<string, unknown>>): void {
  const outcome = refusalOf(decide);
  if (!(outcome instanceof Refusal)) {
    assert.fail(`expected the refusal ${code}, but it happened: ${JSON.stringify(outcome.map(({ type }) => type))}`);
  }
  assert.equal(outcome.code, code);
  const named = Object.fromEntries(Object.keys(details).map((key) => [key, outcome.details[key]]));
  assert.deepStrictEqual(asOnTheWire(named), asOnTheWire(details));
}

function refusalOf(decide: () => readonly Draft[]): Refusal | readonly Draft[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const asOnTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const isPlain = (value: object) => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value) || !isPlain(value)) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
