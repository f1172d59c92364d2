import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import type { Fairs } from "../store/fairs.ts";

/** Throws `FAIR_NOT_FOUND`, also for the moment between a fair's planning and its arrival here. */
export async function mustKnowFair(fairs: Fairs, fairId: string): Promise<void> {
  if ((await fairs.get(fairId)) === undefined) throw refuseInRegistry("FAIR_NOT_FOUND", { fairId });
}
