import { planCeremony as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { existingCeremony } from "../domain/on-stage.ts";
import { planCeremony } from "../domain/plan-ceremony.ts";
import { presentCeremony } from "../presenting/present-ceremony.ts";

export const planCeremonyRoute = ({ ceremonies }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId }, body, cause, now }) => {
    const ceremonyId = idFor(cause, "planCeremony", fairId);
    const command = { ...body, ceremonyId, fairId, now };
    const { state, version } = await ceremonies.store.update(ceremonyId, (current) => planCeremony(command, current), cause);
    return presentCeremony(existingCeremony(fairId, state), version);
  });
