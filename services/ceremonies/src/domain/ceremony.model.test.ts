import { itemCompleted } from "@rialto/contracts/ceremonies/events";
import { derivedId } from "@rialto/contracts/kernel/ids";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyTrail } from "./audit-trail.ts";
import { callItem } from "./call-item.ts";
import { type Ceremony, type CeremonyEvent, type ExistingCeremony, evolveCeremony } from "./ceremony.ts";
import { completeItem } from "./complete-item.ts";
import { conferPlaque } from "./confer-plaque.ts";
import { draft, fairId, items, lanhai, movesOf, now, opened, party, placed, released, sent, third } from "./examples.ts";
import { exchangeCopies } from "./exchange-copies.ts";
import { photographItem } from "./photograph-item.ts";
import { recordSignature } from "./record-signature.ts";
import { signingOrder } from "./signing-order.ts";
import { skipItem } from "./skip-item.ts";
import { takeNextStep } from "./take-next-step.test-tool.ts";

const agreements = [draft("two"), draft("three", [lanhai, third, party("Fourth")])].map((one) => placed(released(sent(one))));
const list = [...agreements.map(items.signing), items.plaque, items.speech, items.photo];
const signatories = agreements.flatMap(({ parties }) => parties);
const recordedBy = derivedId("host");

/** Anything a host can send, sensible or not, on a screen that may be some steps behind. */
const step = fc.record({
  name: fc.constantFrom("next", "next", "next", "call", "sign", "exchange", "confer", "photograph", "complete", "skip"),
  item: fc.nat(list.length - 1),
  signatory: fc.nat(signatories.length - 1),
  copy: fc.nat(signatories.length - 1),
  behind: fc.constantFrom(0, 0, 0, 1),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function perform({ name, item, signatory, copy, behind }: Step, state: Ceremony): CeremonyEvent[] {
  const seenMoves = movesOf(state) - behind;
  if (name === "next") return takeNextStep(state, seenMoves);
  const command = { fairId, itemId: list[item]?.itemId as string, seenMoves, now };
  const signature = {
    signatoryId: signatories[signatory]?.signatoryId as string,
    copyOf: signatories[copy]?.organizationId as string,
  };
  if (name === "sign") return recordSignature({ ...command, ...signature, recordedBy }, state);
  if (name === "skip") return skipItem({ ...command, reason: "late" }, state);
  const decide = {
    call: callItem,
    exchange: exchangeCopies,
    confer: conferPlaque,
    photograph: photographItem,
    complete: completeItem,
  }[name];
  return decide?.(command, state) ?? [];
}

const attempt = (one: Step, state: Ceremony): CeremonyEvent[] => {
  try {
    return perform(one, state);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const kindsOf = (events: readonly CeremonyEvent[], itemId: string) =>
  events.filter(({ data }) => "itemId" in data && data.itemId === itemId).map(({ type }) => type.split(".")[1]);

test("two hosts who press anything at any time: no step skipped, no signature out of turn, nothing done twice", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let state = opened(list, agreements);
      const happened: CeremonyEvent[] = [];
      for (const one of steps) {
        const events = attempt(one, state);
        state = events.reduce(evolveCeremony, state);
        happened.push(...events);
      }

      for (const [index, agreement] of agreements.entries()) {
        const itemId = list[index]?.itemId as string;
        const order = signingOrder(agreement.parties);
        const signed = happened.flatMap(({ type, data }) =>
          type === "ceremonies.signature-recorded.v1" && data.itemId === itemId
            ? [{ signatoryId: data.signatoryId, copyOf: data.copyOf }]
            : [],
        );
        expect(signed).toEqual(order.slice(0, signed.length));
        const completed = happened.some(({ type, data }) => type === itemCompleted.type && data.itemId === itemId);
        const whole = [
          "item-called",
          ...order.map(() => "signature-recorded"),
          "copies-exchanged",
          "item-photographed",
          "item-completed",
        ];
        if (completed) expect(kindsOf(happened, itemId)).toEqual(whole);
      }
      for (const { trail } of (state as ExistingCeremony).items) expect(verifyTrail(trail).intact).toBe(true);
      expect(movesOf(state)).toBe(movesOf(opened(list, agreements)) + happened.length);
    }),
    { numRuns: 400 },
  );
});

test("pressing the one big button leads every ceremony to its end", () => {
  let state = opened(list, agreements);
  for (let pressed = 0; pressed < 100 && state.status === "onStage"; pressed++) {
    state = takeNextStep(state, movesOf(state)).reduce(evolveCeremony, state);
  }
  expect(state.status).toBe("completed");
});
