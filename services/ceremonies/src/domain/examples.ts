import type { AgreementTerms, Party, RunOfShowItem } from "@rialto/contracts/ceremonies/values";
import { derivedId } from "@rialto/contracts/kernel/ids";
import type { ExistingAgreement } from "./agreement.ts";
import { evolveAgreement, noAgreement } from "./agreement.ts";
import { type Ceremony, evolveCeremony, noCeremony } from "./ceremony.ts";
import { draftAgreement } from "./draft-agreement.ts";
import { openCeremony } from "./open-ceremony.ts";
import { placeAgreement } from "./place-agreement.ts";
import { planCeremony } from "./plan-ceremony.ts";
import { releaseAgreement } from "./release-agreement.ts";
import { sendAgreement } from "./send-agreement.ts";
import { setRunOfShow } from "./set-run-of-show.ts";

// Builders for tests of this folder: the states that rules start from, made by the rules themselves.

export const now = "2026-09-01T07:00:00.000Z";
const id = (name: string) => derivedId("example", name);
export const fairId = id("fair");
export const ceremonyId = id("ceremony");

export const party = (name: string): Party => ({
  organizationId: id(`organization ${name}`),
  name: { en: name },
  signatoryId: id(`signatory ${name}`),
  signatoryName: { en: `${name}'s hand` },
});
export const [lanhai, costa, third] = [party("Lanhai"), party("Costa Verde"), party("Third")] as const;

export const terms: AgreementTerms = {
  kind: "intent",
  title: { en: "Denim for a season", zh: "一季牛仔" },
  amount: { money: { minorUnits: 120_000_00, currency: "USD" }, amountKind: "intended" },
  disclosable: true,
};

export const by = (...parties: Party[]) => ({ fairId, organizationIds: parties.map(({ organizationId }) => organizationId) });

type Built = ExistingAgreement;
const built = (state: ReturnType<typeof evolveAgreement>): Built => {
  if (state.status === "none") throw new Error("the builder made nothing");
  return state;
};

export function draft(name = "agreement", parties: readonly Party[] = [lanhai, costa]): Built {
  const meeting = { meetingId: id(`meeting ${name}`), fairId, parties };
  const command = { agreementId: id(name), fairId, meeting, organizationIds: [parties[0]?.organizationId as string], terms, now };
  return built(draftAgreement(command, noAgreement).reduce(evolveAgreement, noAgreement));
}

export const sent = (agreement = draft()): Built =>
  built(sendAgreement({ by: by(agreement.parties[0] as Party), now }, agreement).reduce(evolveAgreement, agreement));

export const released = (agreement = sent(), announcement = { agreement: true, amount: true }): Built =>
  agreement.parties.reduce<Built>(
    (state, one) => built(releaseAgreement({ by: by(one), announcement, now }, state).reduce(evolveAgreement, state)),
    agreement,
  );

export const placed = (agreement = released()): Built =>
  built(placeAgreement({ fairId, ceremonyId, now }, agreement).reduce(evolveAgreement, agreement));

const plaque: RunOfShowItem = {
  kind: "plaqueConferral",
  itemId: id("plaque"),
  title: { en: "Centre, Brazil" },
  conferrer: { en: "Committee" },
  recipients: [{ en: "Operator" }],
  minutes: 5,
};
const speech: RunOfShowItem = {
  kind: "speech",
  itemId: id("speech"),
  title: { en: "Welcome" },
  speaker: { en: "Host" },
  minutes: 3,
};
const photo: RunOfShowItem = { kind: "photo", itemId: id("photo"), title: { en: "All together" }, minutes: 2 };

export const items = {
  signing: ({ id: agreementId }: Built): RunOfShowItem => ({
    kind: "signing",
    itemId: id(`item ${agreementId}`),
    agreementId,
    minutes: 10,
  }),
  plaque,
  speech,
  photo,
};

export const planned = (list: readonly RunOfShowItem[] = [items.speech]): Ceremony => {
  const command = { ceremonyId, fairId, title: { en: "Signing" }, stage: { en: "Main stage" }, startsAt: now, now };
  const empty = planCeremony(command, noCeremony).reduce(evolveCeremony, noCeremony);
  return list.length === 0
    ? empty
    : setRunOfShow({ fairId, seenMoves: 1, items: list, now }, empty).reduce(evolveCeremony, empty);
};

export const movesOf = (state: Ceremony): number => (state.status === "none" ? 0 : state.moves);

export const opened = (list: readonly RunOfShowItem[], agreements: readonly Built[] = []): Ceremony => {
  const state = planned(list);
  return openCeremony({ fairId, seenMoves: movesOf(state), agreements, now }, state).reduce(evolveCeremony, state);
};
