import { ceremonyOpened } from "@rialto/contracts/ceremonies/events";
import type { ExistingAgreement } from "./agreement.ts";
import { type Ceremony, type CeremonyEvent, type Signing, signingsFixed } from "./ceremony.ts";
import { existingCeremony, seenAsItIs } from "./on-stage.ts";
import { refuse } from "./refuse.ts";
import { agreementsIn } from "./set-run-of-show.ts";

export interface OpenCeremony {
  readonly fairId: string;
  readonly seenMoves: number;
  /** The agreements of the run of show as they stand now. */
  readonly agreements: readonly ExistingAgreement[];
  readonly now: string;
}

/** Nothing goes on stage that a party has not released, to the letter: text and announcement are fixed here. */
export function openCeremony({ fairId, seenMoves, agreements, now }: OpenCeremony, state: Ceremony): CeremonyEvent[] {
  const ceremony = existingCeremony(fairId, state);
  if (ceremony.status !== "planned") throw refuse("CEREMONY_ALREADY_OPEN", { status: ceremony.status });
  seenAsItIs(seenMoves, ceremony);
  const { id, title, stage, items } = ceremony;
  if (items.length === 0) throw refuse("RUN_OF_SHOW_EMPTY");
  const signings = agreementsIn(items.map(({ item }) => item)).map((agreementId) =>
    toSigning(
      id,
      agreementId,
      agreements.find((agreement) => agreement.id === agreementId),
    ),
  );
  const partyOrganizationIds = [
    ...new Set(signings.flatMap(({ parties }) => parties.map(({ organizationId }) => organizationId))),
  ];
  return [
    signingsFixed.draft({ signings, fixedAt: now }),
    ceremonyOpened.draft({ ceremonyId: id, fairId, title, stage, partyOrganizationIds, openedAt: now }),
  ];
}

function toSigning(ceremonyId: string, agreementId: string, agreement: ExistingAgreement | undefined): Signing {
  if (agreement?.status !== "released" || agreement.onStageIn !== ceremonyId) {
    throw refuse("AGREEMENT_NOT_RELEASED", { agreementId, status: agreement?.status });
  }
  const { terms, parties, announcement, textDigest, trail } = agreement;
  return { agreementId, terms, parties: [...parties], announcement, textDigest, trail: [...trail] };
}
