import { skipItem as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { skipItem } from "../domain/skip-item.ts";
import { takeStep } from "./take-step.ts";

export const skipItemRoute = (deps: CeremoniesDeps) =>
  route(operation, (call) => takeStep(deps, call, (step, state) => skipItem({ ...step, reason: call.body.reason }, state)));
