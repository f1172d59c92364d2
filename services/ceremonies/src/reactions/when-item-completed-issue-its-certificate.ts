import { randomBytes } from "node:crypto";
import { itemCompleted } from "@rialto/contracts/ceremonies/events";
import { derivedId } from "@rialto/contracts/kernel/ids";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import type { CeremoniesDeps } from "../deps.ts";
import { certifiedSubject, issueCertificate } from "../domain/certificate.ts";
import { signingOf } from "../domain/next-step.ts";
import { existingCeremony } from "../domain/on-stage.ts";
import { verificationCode } from "../domain/verification-code.ts";

/** The certificate's id follows from the item: told twice, it is issued once, and keeps its first code. */
export const whenItemCompletedIssueItsCertificate = ({ ceremonies, certificates, clock }: CeremoniesDeps) =>
  react(itemCompleted, "ceremonies.issue-certificate", async (event) => {
    const { fairId, ceremonyId, itemId } = event.data;
    const ceremony = existingCeremony(fairId, (await ceremonies.store.load(ceremonyId)).state);
    const staged = ceremony.items.find(({ item }) => item.itemId === itemId);
    const certified = staged && certifiedSubject(staged.item, signingOf(ceremony, staged));
    if (staged === undefined || certified === undefined) return;
    const certificateId = derivedId("certificate", ceremonyId, itemId);
    const names = { certificateId, fairId, ceremonyId, itemId };
    const code = verificationCode(randomBytes(10));
    const command = { ...names, certified, trail: staged.trail, verificationCode: code, now: clock() };
    await certificates.store.update(certificateId, (state) => issueCertificate(command, state), causedBy(event));
  });
