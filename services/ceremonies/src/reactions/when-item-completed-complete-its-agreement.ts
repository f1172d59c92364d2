import { itemCompleted } from "@rialto/contracts/ceremonies/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import type { CeremoniesDeps } from "../deps.ts";
import { completeAgreement } from "../domain/complete-agreement.ts";

export const whenItemCompletedCompleteItsAgreement = ({ agreements }: CeremoniesDeps) =>
  react(itemCompleted, "ceremonies.complete-agreement", async (event) => {
    const { agreementId, ceremonyId, completedAt } = event.data;
    if (agreementId === undefined) return;
    const command = { ceremonyId, now: completedAt };
    await agreements.store.update(agreementId, (state) => completeAgreement(command, state), causedBy(event));
  });
