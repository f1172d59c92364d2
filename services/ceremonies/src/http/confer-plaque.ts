import { conferPlaque as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { conferPlaque } from "../domain/confer-plaque.ts";
import { takeStep } from "./take-step.ts";

export const conferPlaqueRoute = (deps: CeremoniesDeps) => route(operation, (call) => takeStep(deps, call, conferPlaque));
