import type { Draft } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import { given } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { abortCeremony } from "./abort-ceremony.ts";
import { callItem } from "./call-item.ts";
import { type Ceremony, type CeremonyEvent, evolveCeremony, noCeremony } from "./ceremony.ts";
import { completeItem } from "./complete-item.ts";
import { conferPlaque } from "./confer-plaque.ts";
import { costa, fairId, items, lanhai, movesOf, now, opened, placed, planned, released, sent, third } from "./examples.ts";
import { exchangeCopies } from "./exchange-copies.ts";
import { nextStep } from "./next-step.ts";
import type { HostStep } from "./on-stage.ts";
import { openCeremony } from "./open-ceremony.ts";
import { photographItem } from "./photograph-item.ts";
import { recordSignature } from "./record-signature.ts";
import { setRunOfShow } from "./set-run-of-show.ts";
import { signingOrder } from "./signing-order.ts";
import { skipItem } from "./skip-item.ts";

const agreement = placed();
const signing = items.signing(agreement);
const recordedBy = newId();
const at = (state: Ceremony, itemId: string = signing.itemId) => ({ fairId, itemId, seenMoves: movesOf(state), now });

type Step = (command: never, state: Ceremony) => readonly Draft[];
const after = (state: Ceremony, ...steps: [Step, object][]): Ceremony =>
  steps.reduce((current, [decide, command]) => {
    const events = decide({ ...at(current), ...command } as never, current) as CeremonyEvent[];
    return events.reduce(evolveCeremony, current);
  }, state);

const order = signingOrder(agreement.parties);
const signatures = order.map((signature): [Step, object] => [recordSignature, { ...signature, recordedBy }]);
const onStage = () => after(opened([signing, items.plaque], [agreement]), [callItem, {}]);
const signed = () => after(onStage(), ...signatures);

describe("the order of signatures", () => {
  test("each signatory begins with the own party's original", () => {
    expect(order).toEqual([
      { signatoryId: lanhai.signatoryId, copyOf: lanhai.organizationId },
      { signatoryId: costa.signatoryId, copyOf: costa.organizationId },
      { signatoryId: lanhai.signatoryId, copyOf: costa.organizationId },
      { signatoryId: costa.signatoryId, copyOf: lanhai.organizationId },
    ]);
  });

  test("three parties sign three originals each, none twice", () => {
    const nine = signingOrder([lanhai, costa, third]).map(({ signatoryId, copyOf }) => `${signatoryId} ${copyOf}`);
    expect(new Set(nine).size).toBe(9);
  });

  test("SIGNING_OUT_OF_TURN: the buyer does not sign before the exhibitor, and not the other's copy first", () => {
    const [first, second] = order as [(typeof order)[0], (typeof order)[0]];
    given(onStage())
      .when(recordSignature, { ...at(onStage()), ...second, recordedBy })
      .thenRefused("SIGNING_OUT_OF_TURN");
    given(onStage())
      .when(recordSignature, { ...at(onStage()), ...first, copyOf: costa.organizationId, recordedBy })
      .thenRefused("SIGNING_OUT_OF_TURN", { nextStep: { step: "sign", itemId: signing.itemId, ...first } });
  });
});

describe("the steps of an item", () => {
  test("a signing goes: called, four signatures, exchanged, photographed, done", () => {
    const steps = [
      onStage(),
      signed(),
      after(signed(), [exchangeCopies, {}]),
      after(signed(), [exchangeCopies, {}], [photographItem, {}]),
    ];
    expect(steps.map((state) => nextStep(state).step)).toEqual(["sign", "exchange", "photograph", "complete"]);
    const done = after(signed(), [exchangeCopies, {}], [photographItem, {}], [completeItem, {}]);
    expect(nextStep(done)).toEqual({ step: "call", itemId: items.plaque.itemId });
  });

  test("STEP_OUT_OF_ORDER: no exchange before the last signature, no photograph before the exchange", () => {
    given(onStage()).when(exchangeCopies, at(onStage())).thenRefused("STEP_OUT_OF_ORDER");
    given(signed()).when(photographItem, at(signed())).thenRefused("STEP_OUT_OF_ORDER");
    given(signed())
      .when(completeItem, at(signed()))
      .thenRefused("STEP_OUT_OF_ORDER", { nextStep: { step: "exchange", itemId: signing.itemId } });
  });

  test("STEP_NOT_FOR_THIS_ITEM: a plaque is not signed, a signing is not conferred", () => {
    given(onStage()).when(conferPlaque, at(onStage())).thenRefused("STEP_NOT_FOR_THIS_ITEM", { kind: "signing" });
    const speech = after(opened([items.speech]), [callItem, { itemId: items.speech.itemId }]);
    given(speech).when(photographItem, at(speech, items.speech.itemId)).thenRefused("STEP_NOT_FOR_THIS_ITEM");
  });

  test("the last item ends the ceremony", () => {
    const { itemId } = items.speech;
    const state = after(opened([items.speech]), [callItem, { itemId }], [completeItem, { itemId }]);
    expect(state.status).toBe("completed");
    given(state).when(callItem, at(state, itemId)).thenRefused("CEREMONY_CLOSED", { status: "completed" });
  });
});

describe("calling items", () => {
  const state = opened([items.speech, items.photo]);

  test("ITEM_NOT_NEXT: in the order of the run of show", () => {
    given(state).when(callItem, at(state, items.photo.itemId)).thenRefused("ITEM_NOT_NEXT", { itemId: items.speech.itemId });
  });

  test("ITEM_STILL_ON_STAGE: one at a time", () => {
    given(onStage()).when(callItem, at(onStage(), items.plaque.itemId)).thenRefused("ITEM_STILL_ON_STAGE");
  });

  test("ITEM_NOT_FOUND and ITEM_NOT_ON_STAGE", () => {
    given(state).when(callItem, at(state, newId())).thenRefused("ITEM_NOT_FOUND");
    given(state).when(completeItem, at(state, newId())).thenRefused("ITEM_NOT_FOUND");
    given(state).when(completeItem, at(state, items.photo.itemId)).thenRefused("ITEM_NOT_ON_STAGE");
  });

  test("CEREMONY_MOVED_ON: of two hosts who tap at once the second is told what has happened", () => {
    const moved = onStage();
    const late: HostStep = { ...at(moved), seenMoves: movesOf(moved) - 1 };
    given(moved)
      .when(callItem, late)
      .thenRefused("CEREMONY_MOVED_ON", { moves: movesOf(moved) });
  });

  test("CEREMONY_NOT_ON_STAGE: not before it has been opened", () => {
    const early = planned([items.speech]);
    given(early).when(callItem, at(early, items.speech.itemId)).thenRefused("CEREMONY_NOT_ON_STAGE");
  });
});

describe("skipping and aborting", () => {
  test("ITEM_HAS_BEGUN: a signing with a signature is not skipped", () => {
    const begun = after(onStage(), signatures[0] as [Step, object]);
    given(begun)
      .when(skipItem, { ...at(begun), reason: "late" })
      .thenRefused("ITEM_HAS_BEGUN");
    expect(skipItem({ ...at(onStage()), reason: "late" }, onStage())).toHaveLength(1);
  });

  test("the last open item skipped ends the ceremony", () => {
    const state = after(opened([items.speech]), [skipItem, { itemId: items.speech.itemId, reason: "no voice" }]);
    expect(state.status).toBe("completed");
  });

  test("CEREMONY_CLOSED: an aborted ceremony takes no more steps", () => {
    const aborted = after(onStage(), [abortCeremony, { reason: "fire alarm" }]);
    given(aborted).when(callItem, at(aborted)).thenRefused("CEREMONY_CLOSED", { status: "aborted" });
    given(aborted).when(abortCeremony, { fairId, reason: "again", now }).thenRefused("CEREMONY_CLOSED");
  });
});

describe("the run of show", () => {
  const setting = (state: Ceremony) => ({ fairId, seenMoves: movesOf(state), items: [items.speech], now });

  test("CEREMONY_ALREADY_OPEN: fixed once the ceremony has begun", () => {
    given(onStage()).when(setRunOfShow, setting(onStage())).thenRefused("CEREMONY_ALREADY_OPEN");
    given(onStage())
      .when(openCeremony, { fairId, seenMoves: movesOf(onStage()), agreements: [], now })
      .thenRefused("CEREMONY_ALREADY_OPEN");
  });

  test("ITEM_LISTED_TWICE: an agreement is signed once", () => {
    const twice = { ...setting(planned()), items: [signing, { ...signing, itemId: newId() }] };
    given(planned()).when(setRunOfShow, twice).thenRefused("ITEM_LISTED_TWICE");
  });

  test("RUN_OF_SHOW_EMPTY: nothing to show", () => {
    const empty = planned([]);
    given(empty).when(openCeremony, { fairId, seenMoves: 1, agreements: [], now }).thenRefused("RUN_OF_SHOW_EMPTY");
    expect(nextStep(empty)).toEqual({ step: "setRunOfShow" });
  });

  test("AGREEMENT_NOT_RELEASED: nothing goes on stage that a party has not released, or that another ceremony signs", () => {
    const state = planned([signing]);
    for (const notReady of [[], [sent()], [released()]]) {
      given(state)
        .when(openCeremony, { fairId, seenMoves: movesOf(state), agreements: notReady, now })
        .thenRefused("AGREEMENT_NOT_RELEASED", { agreementId: agreement.id });
    }
  });

  test("CEREMONY_NOT_FOUND: none, or of another fair", () => {
    given(noCeremony).when(setRunOfShow, setting(noCeremony)).thenRefused("CEREMONY_NOT_FOUND");
    given(planned())
      .when(setRunOfShow, { ...setting(planned()), fairId: newId() })
      .thenRefused("CEREMONY_NOT_FOUND");
  });
});
