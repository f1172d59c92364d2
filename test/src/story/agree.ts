import { draftAgreement, releaseAgreement, sendAgreement } from "@rialto/contracts/ceremonies/operations/agreements";
import type { Participant } from "./take-part.ts";

const terms = {
  kind: "intent" as const,
  title: { en: "Denim for two seasons", zh: "两季牛仔合作" },
  amount: { money: { minorUnits: 120_000_000, currency: "USD" }, amountKind: "intended" as const },
  disclosable: true,
};

export async function draftAndSend(drafter: Participant, other: Participant, fairId: string, meetingId: string): Promise<string> {
  const { agreementId } = await drafter.does(draftAgreement, { params: { fairId }, body: { meetingId, terms } });
  await drafter.does(sendAgreement, { params: { fairId, agreementId }, body: {} });
  await other.ears.awaits("agreementSent");
  return agreementId;
}

/** First one party, then the other; the first is told when both stand by it. */
export async function release(first: Participant, second: Participant, fairId: string, agreementId: string) {
  const input = { params: { fairId, agreementId }, body: { announcement: { agreement: true, amount: true } } };
  await first.does(releaseAgreement, input);
  const released = await second.does(releaseAgreement, input);
  await first.ears.awaits("agreementReleased");
  return released;
}
