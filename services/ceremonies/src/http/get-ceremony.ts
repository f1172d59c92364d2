import { getCeremony as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { existingCeremony } from "../domain/on-stage.ts";
import { presentCeremony } from "../presenting/present-ceremony.ts";

export const getCeremonyRoute = ({ ceremonies }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId, ceremonyId } }) => {
    const { state, version } = await ceremonies.store.load(ceremonyId);
    return presentCeremony(existingCeremony(fairId, state), version);
  });
