import { callItem as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { callItem } from "../domain/call-item.ts";
import { takeStep } from "./take-step.ts";

export const callItemRoute = (deps: CeremoniesDeps) => route(operation, (call) => takeStep(deps, call, callItem));
