import { draftAgreement, releaseAgreement, sendAgreement } from "@rialto/contracts/ceremonies/operations/agreements";
import { planCeremony, setRunOfShow } from "@rialto/contracts/ceremonies/operations/ceremonies";
import type { RunOfShowItemInput } from "@rialto/contracts/ceremonies/shapes";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import type { z } from "zod";
import {
  brandCentreOpening,
  conferralCeremony,
  mainStage,
  organizingCommittee,
  plaqueCountries,
  plaqueTitle,
  signingCeremony,
} from "../content/fair.ts";
import { EXAMPLE } from "../content/names.ts";
import type { Caller } from "../people.ts";
import { heardOf } from "../until.ts";
import type { Present } from "./register-organizations.ts";

type Item = z.input<typeof RunOfShowItemInput>;

const HOUR_MS = 3_600_000;
const CURRENCY = "USD";

/** What the demo buyer and the demo exhibitor have agreed: drafted, sent and released by both. Answers with its id. */
export async function agree(fairId: string, meetingId: string, exhibitor: Present, buyer: Present): Promise<string> {
  const terms = {
    kind: "intent" as const,
    title: { en: "Menswear co-building: denim for two seasons", zh: "男装产销共建：两季牛仔合作" },
    summary: {
      en: "Joint development of two denim lines, first delivery in spring.",
      zh: "共同开发两个牛仔系列，春季首批交付。",
    },
    amount: { money: { minorUnits: 120_000_000, currency: CURRENCY }, amountKind: "intended" as const },
    disclosable: true,
  };
  const { agreementId } = await heardOf(["MEETING_NOT_HELD", "NOT_YOUR_MEETING"], () =>
    exhibitor.person.client.call(draftAgreement, {
      params: { fairId },
      body: { meetingId, terms },
      idempotencyKey: "seed-agreement",
    }),
  );
  const params = { fairId, agreementId };
  await exhibitor.person.client.call(sendAgreement, { params, body: {}, idempotencyKey: "seed-send" });
  for (const { person, key } of [exhibitor, buyer]) {
    const body = { announcement: { agreement: true, amount: true } };
    await person.client.call(releaseAgreement, { params, body, idempotencyKey: `seed-release-${key}` });
  }
  return agreementId;
}

/** The two ceremonies of the fair, with their runs of show, ready to be opened by the host. */
export async function prepareCeremonies(organizer: Caller, fairId: string, agreementId: string, now: Date): Promise<void> {
  await plan(organizer, fairId, "conferral", conferralCeremony, now, [welcome, ...plaqueCountries.map(plaque), together]);
  await plan(organizer, fairId, "signing", signingCeremony, new Date(now.getTime() + HOUR_MS), [
    opening,
    { kind: "signing", agreementId, minutes: 10 },
    together,
  ]);
}

const welcome: Item = {
  kind: "speech",
  title: { en: "Words of welcome", zh: "致欢迎辞" },
  speaker: { en: `Chair of the organizing committee ${EXAMPLE.en}`, zh: `组委会主任${EXAMPLE.zh}` },
  minutes: 5,
};
const opening: Item = {
  kind: "speech",
  title: brandCentreOpening,
  speaker: { en: `Director of the centre ${EXAMPLE.en}`, zh: `中心负责人${EXAMPLE.zh}` },
  minutes: 5,
};
const together: Item = { kind: "photo", title: { en: "All together", zh: "全体合影" }, minutes: 3 };

const plaque = (country: LocalizedName): Item => ({
  kind: "plaqueConferral",
  title: plaqueTitle(country),
  conferrer: organizingCommittee,
  recipients: [{ en: `Operator of the centre, ${country.en} ${EXAMPLE.en}`, zh: `${country.zh}中心运营方${EXAMPLE.zh}` }],
  minutes: 4,
});

async function plan(
  organizer: Caller,
  fairId: string,
  key: string,
  title: LocalizedName,
  startsAt: Date,
  items: Item[],
): Promise<void> {
  const body = { title, stage: mainStage, startsAt: startsAt.toISOString() };
  const { ceremonyId } = await organizer.client.call(planCeremony, { params: { fairId }, body, idempotencyKey: `seed-${key}` });
  const params = { fairId, ceremonyId };
  await organizer.client.call(setRunOfShow, { params, body: { seenMoves: 1, items }, idempotencyKey: `seed-${key}-show` });
}
