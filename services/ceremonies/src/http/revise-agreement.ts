import { reviseAgreement as operation } from "@rialto/contracts/ceremonies/operations/agreements";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { reviseAgreement } from "../domain/revise-agreement.ts";
import { changeAgreement } from "./change-agreement.ts";

export const reviseAgreementRoute = (deps: CeremoniesDeps) =>
  route(operation, (call) =>
    changeAgreement(deps, call, (by, state) => reviseAgreement({ by, terms: call.body, now: call.now }, state)),
  );
