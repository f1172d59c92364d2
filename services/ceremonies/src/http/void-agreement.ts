import { voidAgreement as operation } from "@rialto/contracts/ceremonies/operations/agreements";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { voidAgreement } from "../domain/void-agreement.ts";
import { changeAgreement } from "./change-agreement.ts";

export const voidAgreementRoute = (deps: CeremoniesDeps) =>
  route(operation, (call) =>
    changeAgreement(deps, call, (by, state) => voidAgreement({ by, reason: call.body.reason, now: call.now }, state)),
  );
