import { releaseAgreement as operation } from "@rialto/contracts/ceremonies/operations/agreements";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { releaseAgreement } from "../domain/release-agreement.ts";
import { changeAgreement } from "./change-agreement.ts";

export const releaseAgreementRoute = (deps: CeremoniesDeps) =>
  route(operation, (call) =>
    changeAgreement(deps, call, (by, state) =>
      releaseAgreement({ by, announcement: call.body.announcement, now: call.now }, state),
    ),
  );
