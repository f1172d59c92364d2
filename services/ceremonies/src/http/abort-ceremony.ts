import { abortCeremony as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { abortCeremony } from "../domain/abort-ceremony.ts";
import { existingCeremony } from "../domain/on-stage.ts";
import { presentCeremony } from "../presenting/present-ceremony.ts";

export const abortCeremonyRoute = ({ ceremonies }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId, ceremonyId }, body: { reason }, cause, now }) => {
    const command = { fairId, reason, now };
    const { state, version } = await ceremonies.store.update(ceremonyId, (current) => abortCeremony(command, current), cause);
    return presentCeremony(existingCeremony(fairId, state), version);
  });
