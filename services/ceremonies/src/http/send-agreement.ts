import { sendAgreement as operation } from "@rialto/contracts/ceremonies/operations/agreements";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { sendAgreement } from "../domain/send-agreement.ts";
import { changeAgreement } from "./change-agreement.ts";

export const sendAgreementRoute = (deps: CeremoniesDeps) =>
  route(operation, (call) => changeAgreement(deps, call, (by, state) => sendAgreement({ by, now: call.now }, state)));
