import { CeremonyItem, StageView, Verification } from "@rialto/contracts/ceremonies/shapes";
import type { RunOfShowItem } from "@rialto/contracts/ceremonies/values";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ceremony, type CeremonyEvent, type ExistingCeremony, evolveCeremony } from "../domain/ceremony.ts";
import {
  certifiedSubject,
  evolveCertificate,
  type IssuedCertificate,
  issueCertificate,
  noCertificate,
} from "../domain/certificate.ts";
import { ceremonyId, draft, fairId, items, movesOf, now, opened, party, placed, released, sent } from "../domain/examples.ts";
import { signingOf } from "../domain/next-step.ts";
import { takeNextStep } from "../domain/take-next-step.test-tool.ts";
import { verificationCode } from "../domain/verification-code.ts";
import { verifyCertificate } from "../domain/verify-certificate.ts";
import { presentListed } from "./present-ceremony.ts";
import { presentVerification } from "./present-certificate.ts";
import { presentStage } from "./present-stage.ts";

const SECRETS = {
  title: "SECRET-TITLE",
  summary: "SECRET-SUMMARY",
  party: "SECRET-PARTY",
  hand: "SECRET-HAND",
  amount: 987_654_321,
};

const secretAgreement = (announcement: { agreement: boolean; amount: boolean }) => {
  const parties = ["one", "two"].map((name) => ({
    ...party(name),
    name: { en: `${SECRETS.party}-${name}` },
    signatoryName: { zh: `${SECRETS.hand}-${name}` },
  }));
  const terms = {
    kind: "contract" as const,
    title: { en: SECRETS.title },
    summary: { zh: SECRETS.summary },
    amount: { money: { minorUnits: SECRETS.amount, currency: "CNY" }, amountKind: "contracted" as const },
    disclosable: true,
  };
  const base = draft("secret", parties);
  return placed(released(sent({ ...base, terms } as typeof base), announcement));
};

/** Everything that anybody can fetch without an account, at one moment of a ceremony. */
function publicAnswers(state: Ceremony): string {
  const ceremony = state as ExistingCeremony;
  const answers: unknown[] = [
    StageView.parse(presentStage(ceremony, ceremony.moves)),
    CeremonyItem.parse(presentListed(ceremony)),
  ];
  for (const staged of ceremony.items) {
    const certified = certifiedSubject(staged.item, signingOf(ceremony, staged));
    if (certified === undefined) continue;
    const names = { certificateId: staged.item.itemId, fairId, ceremonyId, itemId: staged.item.itemId };
    const command = { ...names, certified, trail: staged.trail, verificationCode: verificationCode(new Uint8Array(10)), now };
    const certificate = issueCertificate(command, noCertificate).reduce(evolveCertificate, noCertificate) as IssuedCertificate;
    answers.push(Verification.parse(presentVerification(certificate, verifyCertificate)));
  }
  return JSON.stringify(answers);
}

test("no public answer at any moment of any ceremony says what a party did not release", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.nat(12), (agreement, amount, steps) => {
      const announcement = { agreement, amount: agreement && amount };
      const secret = secretAgreement(announcement);
      const list: RunOfShowItem[] = [items.speech, items.signing(secret), items.plaque];
      let state = opened(list, [secret]);
      for (let step = 0; step < steps; step++) {
        const events: CeremonyEvent[] = takeNextStep(state, movesOf(state));
        state = events.reduce(evolveCeremony, state);
      }
      const text = publicAnswers(state);
      expect(text).not.toContain(SECRETS.summary);
      if (!announcement.agreement)
        for (const word of [SECRETS.title, SECRETS.party, SECRETS.hand]) expect(text).not.toContain(word);
      if (!announcement.amount) expect(text).not.toContain(String(SECRETS.amount));
    }),
    { numRuns: 300 },
  );
});

test("what both parties released for announcement is on the screen, amount and all", () => {
  const open = secretAgreement({ agreement: true, amount: true });
  let state = opened([items.signing(open)], [open]);
  state = takeNextStep(state, movesOf(state)).reduce(evolveCeremony, state);
  const shown = presentStage(state as ExistingCeremony, 1).now;
  expect(shown).toMatchObject({ title: { en: SECRETS.title }, amount: { money: { minorUnits: SECRETS.amount } } });
  expect(shown?.parties?.map(({ signed }) => signed)).toEqual([false, false]);
});
