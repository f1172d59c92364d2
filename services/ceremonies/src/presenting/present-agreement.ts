import type { AgreementView } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";
import type { ExistingAgreement } from "../domain/agreement.ts";

/** For its parties, and once it is released for organizers and hosts. */
export function presentAgreement(state: ExistingAgreement, version: number): z.input<typeof AgreementView> {
  const { id, fairId, meetingId, terms, parties, draftedBy, draftedAt, status } = state;
  const releases = "releases" in state ? Object.entries(state.releases) : [];
  const ceremonyId = status === "released" ? state.onStageIn : status === "completed" ? state.ceremonyId : undefined;
  return {
    agreementId: id,
    fairId,
    version,
    status,
    meetingId,
    terms,
    parties: [...parties],
    draftedBy,
    draftedAt,
    ...("textDigest" in state ? { textDigest: state.textDigest } : {}),
    releases: releases.map(([organizationId, announcement]) => ({ organizationId, announcement })),
    ...("announcement" in state ? { announcement: state.announcement } : {}),
    ...(ceremonyId === undefined ? {} : { ceremonyId }),
    ...("reason" in state ? { reason: state.reason } : {}),
  };
}
