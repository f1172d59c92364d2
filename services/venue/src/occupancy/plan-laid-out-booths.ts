import type { Cause } from "@rialto/persistence/store.types";
import pLimit from "p-limit";
import type { VenueDeps } from "../deps.ts";
import type { LaidOutBooth } from "../domain/layout.ts";
import { planBooth } from "../domain/plan-booth.ts";
import { stepOf } from "./step-of.ts";

const AT_ONCE = 10;

export interface LaidOut {
  readonly fairId: string;
  readonly hallId: string;
  readonly booths: readonly LaidOutBooth[];
  readonly now: string;
  readonly cause: Cause;
}

/** Each laid-out booth becomes one that can be held; those that stand already stay as they are. */
export async function planLaidOutBooths({ booths: { store } }: VenueDeps, laidOut: LaidOut): Promise<void> {
  const { fairId, hallId, now, cause } = laidOut;
  const limit = pLimit(AT_ONCE);
  const plan = (booth: LaidOutBooth) =>
    store.update(booth.boothId, (state) => planBooth({ fairId, hallId, booth, now }, state), stepOf(cause));
  await Promise.all(laidOut.booths.map((booth) => limit(plan, booth)));
}
