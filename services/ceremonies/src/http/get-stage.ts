import { getStage as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { existingCeremony } from "../domain/on-stage.ts";
import { presentStage } from "../presenting/present-stage.ts";

export const getStageRoute = ({ ceremonies }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId, ceremonyId } }) => {
    const { state, version } = await ceremonies.store.load(ceremonyId);
    return presentStage(existingCeremony(fairId, state), version);
  });
