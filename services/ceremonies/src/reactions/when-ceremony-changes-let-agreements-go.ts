import { ceremonyAborted, ceremonyCompleted, runOfShowSet } from "@rialto/contracts/ceremonies/events";
import { type Reaction, react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import type { CeremoniesDeps } from "../deps.ts";
import { takeAgreementOff } from "../domain/place-agreement.ts";
import { stillSigning } from "../domain/still-signing.ts";

const NAME = "ceremonies.let-agreements-go";

/** Looks at the ceremony as it is now, so that an old event does not undo a newer run of show. */
export function whenCeremonyChangesLetAgreementsGo({ ceremonies, agreements, clock }: CeremoniesDeps): Reaction[] {
  const letGo = async (event: Parameters<typeof causedBy>[0]) => {
    const ceremonyId = event.subject;
    const kept = stillSigning((await ceremonies.store.load(ceremonyId)).state);
    const dropped = (await agreements.placedIn(ceremonyId)).filter((agreementId) => !kept.includes(agreementId));
    for (const agreementId of dropped) {
      await agreements.store.update(
        agreementId,
        (state) => takeAgreementOff({ ceremonyId, now: clock() }, state),
        causedBy(event),
      );
    }
  };
  return [react(runOfShowSet, NAME, letGo), react(ceremonyCompleted, NAME, letGo), react(ceremonyAborted, NAME, letGo)];
}
