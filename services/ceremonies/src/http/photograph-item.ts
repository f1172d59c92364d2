import { photographItem as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { photographItem } from "../domain/photograph-item.ts";
import { takeStep } from "./take-step.ts";

export const photographItemRoute = (deps: CeremoniesDeps) => route(operation, (call) => takeStep(deps, call, photographItem));
