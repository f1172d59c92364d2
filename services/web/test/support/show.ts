import {
  draftAgreement,
  listAgreements,
  releaseAgreement,
  sendAgreement,
} from "@rialto/contracts/ceremonies/operations/agreements";
import { planCeremony, setRunOfShow } from "@rialto/contracts/ceremonies/operations/ceremonies";
import type { RunOfShowItemInput } from "@rialto/contracts/ceremonies/shapes";
import { newId } from "@rialto/contracts/kernel/ids";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import type { z } from "zod";
import { type Caller, person } from "./people.ts";

type Item = z.input<typeof RunOfShowItemInput>;

const idempotencyKey = () => newId();

/** Both sides of the meeting that the reference fair has held. */
async function bothSides(): Promise<{ buyer: Caller; exhibitor: Caller; meetingId: string }> {
  const buyer = await person("buyer1");
  const { items } = await buyer.client.call(listAgreements, { params: { fairId: buyer.fairId } });
  const [{ meetingId, parties } = { meetingId: "", parties: [] }] = items;
  const exhibitors = await Promise.all(["exhibitor1", "exhibitor2"].map(person));
  const exhibitor = exhibitors.find(({ organizationId }) => parties.some((party) => party.organizationId === organizationId));
  if (exhibitor === undefined) throw new Error("the reference fair has no agreement of the demo buyer and a demo exhibitor");
  return { buyer, exhibitor, meetingId };
}

/** An agreement that both parties have released, with what they let be announced. Answers with its id. */
export async function releasedAgreement(title: LocalizedName, announcement = { agreement: true, amount: true }): Promise<string> {
  const { buyer, exhibitor, meetingId } = await bothSides();
  const { fairId } = buyer;
  const amount = { money: { minorUnits: 120_000_000, currency: "USD" }, amountKind: "intended" as const };
  const terms = { kind: "intent" as const, title, amount, disclosable: true };
  const { agreementId } = await buyer.client.call(draftAgreement, {
    params: { fairId },
    body: { meetingId, terms },
    idempotencyKey: idempotencyKey(),
  });
  const params = { fairId, agreementId };
  await buyer.client.call(sendAgreement, { params, body: {}, idempotencyKey: idempotencyKey() });
  for (const { client } of [buyer, exhibitor])
    await client.call(releaseAgreement, { params, body: { announcement }, idempotencyKey: idempotencyKey() });
  return agreementId;
}

/** A ceremony that is ready to be opened. */
export async function plannedShow(title: LocalizedName, items: readonly Item[]): Promise<{ fairId: string; ceremonyId: string }> {
  const { client, fairId } = await person("organizer");
  const stage = { en: "Main stage", zh: "主舞台" };
  const { ceremonyId, moves } = await client.call(planCeremony, {
    params: { fairId },
    body: { title, stage, startsAt: new Date().toISOString() },
    idempotencyKey: idempotencyKey(),
  });
  const body = { seenMoves: moves, items: [...items] };
  if (items.length > 0)
    await client.call(setRunOfShow, { params: { fairId, ceremonyId }, body, idempotencyKey: idempotencyKey() });
  return { fairId, ceremonyId };
}
