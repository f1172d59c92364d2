import { boothPlanned } from "@rialto/contracts/venue/events";
import type { Booth, BoothEvent } from "./booth.ts";
import type { LaidOutBooth } from "./layout.ts";

export interface PlanBooth {
  readonly fairId: string;
  readonly hallId: string;
  readonly booth: LaidOutBooth;
  readonly now: string;
}

/** Says nothing when the booth stands already: the layout it follows from never changes it. */
export const planBooth = ({ fairId, hallId, booth, now }: PlanBooth, state: Booth): BoothEvent[] =>
  state.status === "none" ? [boothPlanned.draft({ ...booth, fairId, hallId, plannedAt: now })] : [];
