import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { type FairRules, fairPlanned } from "@rialto/contracts/venue/events";
import type { OpeningPeriod } from "@rialto/contracts/venue/shapes";
import type { Fair, FairEvent } from "./fair.ts";
import { slotsOf } from "./slots-of.ts";

export interface PlanFair {
  readonly fairId: string;
  readonly name: LocalizedName;
  readonly place: LocalizedName;
  readonly timeZone: string;
  readonly openingPeriods: readonly OpeningPeriod[];
  readonly rules: FairRules;
  readonly now: string;
}

export function planFair({ openingPeriods, now, ...fair }: PlanFair, state: Fair): FairEvent[] {
  if (state.status === "planned") return [];
  const slots = slotsOf(openingPeriods, fair.timeZone, fair.rules.slotMinutes);
  return [fairPlanned.draft({ ...fair, slots, plannedAt: now })];
}
