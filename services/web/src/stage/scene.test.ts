import { getStage } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { StageView } from "@rialto/contracts/ceremonies/shapes";
import { expect, test } from "vitest";
import { momentOf, pictureOf, type Shown, type Stage } from "./scene.ts";

const example: Stage = StageView.parse(getStage.example.result);
const { now: _, ...empty } = example;
const parties = (...signed: boolean[]) =>
  signed.map((isSigned, index) => ({ name: { en: `P${index}` }, signatoryName: { en: `S${index}` }, signed: isSigned }));
const item = (now: Partial<Shown>): Stage => ({ ...example, now: { kind: "signing", step: "called", ...now } });

test.each([
  [{ ...empty, status: "planned" as const }, "planned"],
  [{ ...empty, next: { kind: "photo" as const, step: "queued" as const } }, "opening"],
  [{ ...empty, done: 1, of: 2 }, "between"],
  [{ ...empty, status: "completed" as const }, "completed"],
  [{ ...empty, status: "aborted" as const }, "ended"],
  [item({ kind: "speech" }), "speech"],
  [item({ parties: parties(true, false) }), "signing"],
  [item({ parties: parties(true, true) }), "exchange"],
  [item({ step: "exchanged", parties: parties(true, true) }), "signed"],
  [item({ step: "photographed" }), "signed"],
  [item({ kind: "plaqueConferral" }), "conferring"],
  [item({ kind: "plaqueConferral", step: "conferred" }), "conferred"],
  [item({ kind: "photo" }), "photo"],
  [item({ kind: "photo", step: "photographed" }), "photoTaken"],
])("given the stage %#, when it is shown, then the moment is %s", (stage, moment) => {
  expect(momentOf(stage as Stage)).toBe(moment);
});

test("given a signing that nobody released, when it is signed, then it is a signing until the copies are exchanged", () => {
  expect(momentOf(item({}))).toBe("signing");
  expect(momentOf(item({ step: "exchanged" }))).toBe("signed");
});

test("given signatures one after the other, when they are shown, then it stays one picture until the exchange is over", () => {
  const pictures = [parties(false, false), parties(true, false), parties(true, true)].map((all) =>
    pictureOf(item({ parties: all })),
  );
  expect(new Set(pictures).size).toBe(1);
  expect(pictureOf(item({ step: "exchanged", parties: parties(true, true) }))).not.toBe(pictures[0]);
});
