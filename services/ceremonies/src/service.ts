import { defineService } from "@rialto/service-kit/define-service";
import type { CeremoniesDeps } from "./deps.ts";
import { abortCeremonyRoute } from "./http/abort-ceremony.ts";
import { callItemRoute } from "./http/call-item.ts";
import { completeItemRoute } from "./http/complete-item.ts";
import { conferPlaqueRoute } from "./http/confer-plaque.ts";
import { draftAgreementRoute } from "./http/draft-agreement.ts";
import { exchangeCopiesRoute } from "./http/exchange-copies.ts";
import { getAgreementRoute } from "./http/get-agreement.ts";
import { getCeremonyRoute } from "./http/get-ceremony.ts";
import { getCertificateRoute } from "./http/get-certificate.ts";
import { getStageRoute } from "./http/get-stage.ts";
import { listAgreementsRoute } from "./http/list-agreements.ts";
import { listCeremoniesRoute } from "./http/list-ceremonies.ts";
import { listCertificatesRoute } from "./http/list-certificates.ts";
import { openCeremonyRoute } from "./http/open-ceremony.ts";
import { photographItemRoute } from "./http/photograph-item.ts";
import { planCeremonyRoute } from "./http/plan-ceremony.ts";
import { recordSignatureRoute } from "./http/record-signature.ts";
import { rejectAgreementRoute } from "./http/reject-agreement.ts";
import { releaseAgreementRoute } from "./http/release-agreement.ts";
import { reviseAgreementRoute } from "./http/revise-agreement.ts";
import { sendAgreementRoute } from "./http/send-agreement.ts";
import { setRunOfShowRoute } from "./http/set-run-of-show.ts";
import { skipItemRoute } from "./http/skip-item.ts";
import { verifyCertificateRoute } from "./http/verify-certificate.ts";
import { voidAgreementRoute } from "./http/void-agreement.ts";
import { whenCeremonyChangesLetAgreementsGo } from "./reactions/when-ceremony-changes-let-agreements-go.ts";
import { whenItemCompletedCompleteItsAgreement } from "./reactions/when-item-completed-complete-its-agreement.ts";
import { whenItemCompletedIssueItsCertificate } from "./reactions/when-item-completed-issue-its-certificate.ts";
import { whenMeetingHeldNoteWhoMet } from "./reactions/when-meeting-held-note-who-met.ts";
import { whenPeopleAreNamedNoteThem } from "./reactions/when-people-are-named-note-them.ts";

/** Everything that ceremonies do, by name. */
export const createCeremoniesService = (deps: CeremoniesDeps) =>
  defineService("ceremonies", {
    routes: [
      draftAgreementRoute(deps),
      reviseAgreementRoute(deps),
      sendAgreementRoute(deps),
      releaseAgreementRoute(deps),
      rejectAgreementRoute(deps),
      voidAgreementRoute(deps),
      getAgreementRoute(deps),
      listAgreementsRoute(deps),
      planCeremonyRoute(deps),
      setRunOfShowRoute(deps),
      openCeremonyRoute(deps),
      callItemRoute(deps),
      recordSignatureRoute(deps),
      exchangeCopiesRoute(deps),
      conferPlaqueRoute(deps),
      photographItemRoute(deps),
      completeItemRoute(deps),
      skipItemRoute(deps),
      abortCeremonyRoute(deps),
      getCeremonyRoute(deps),
      listCeremoniesRoute(deps),
      getStageRoute(deps),
      verifyCertificateRoute(deps),
      getCertificateRoute(deps),
      listCertificatesRoute(deps),
    ],
    reactions: [
      ...whenPeopleAreNamedNoteThem(deps),
      whenMeetingHeldNoteWhoMet(deps),
      whenItemCompletedCompleteItsAgreement(deps),
      whenItemCompletedIssueItsCertificate(deps),
      ...whenCeremonyChangesLetAgreementsGo(deps),
    ],
    stores: [deps.agreements.store, deps.ceremonies.store, deps.certificates.store],
    projections: [deps.people.names, deps.people.meetings],
  });
