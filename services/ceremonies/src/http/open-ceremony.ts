import { openCeremony as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { existingCeremony } from "../domain/on-stage.ts";
import { openCeremony } from "../domain/open-ceremony.ts";
import { agreementsIn } from "../domain/set-run-of-show.ts";
import { presentCeremony } from "../presenting/present-ceremony.ts";

/** Agreements are read first: placed in this ceremony, they can no longer be voided, and a released text never changes. */
export const openCeremonyRoute = ({ ceremonies, agreements }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId, ceremonyId }, body: { seenMoves }, cause, now }) => {
    const before = existingCeremony(fairId, (await ceremonies.store.load(ceremonyId)).state);
    const found = await agreements.byIds(agreementsIn(before.items.map(({ item }) => item)));
    const command = { fairId, seenMoves, agreements: found, now };
    const { state, version } = await ceremonies.store.update(ceremonyId, (current) => openCeremony(command, current), cause);
    return presentCeremony(existingCeremony(fairId, state), version);
  });
