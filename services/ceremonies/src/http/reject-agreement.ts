import { rejectAgreement as operation } from "@rialto/contracts/ceremonies/operations/agreements";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { rejectAgreement } from "../domain/reject-agreement.ts";
import { changeAgreement } from "./change-agreement.ts";

export const rejectAgreementRoute = (deps: CeremoniesDeps) =>
  route(operation, (call) =>
    changeAgreement(deps, call, (by, state) => rejectAgreement({ by, reason: call.body.reason, now: call.now }, state)),
  );
