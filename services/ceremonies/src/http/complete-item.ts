import { completeItem as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { completeItem } from "../domain/complete-item.ts";
import { takeStep } from "./take-step.ts";

export const completeItemRoute = (deps: CeremoniesDeps) => route(operation, (call) => takeStep(deps, call, completeItem));
