import { exchangeCopies as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { exchangeCopies } from "../domain/exchange-copies.ts";
import { takeStep } from "./take-step.ts";

export const exchangeCopiesRoute = (deps: CeremoniesDeps) => route(operation, (call) => takeStep(deps, call, exchangeCopies));
