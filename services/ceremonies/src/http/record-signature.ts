import { recordSignature as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { recordSignature } from "../domain/record-signature.ts";
import { takeStep } from "./take-step.ts";

export const recordSignatureRoute = (deps: CeremoniesDeps) =>
  route(operation, (call) => {
    const { signatoryId, copyOf } = call.body;
    const recordedBy = call.principal.accountId;
    return takeStep(deps, call, (step, state) => recordSignature({ ...step, signatoryId, copyOf, recordedBy }, state));
  });
