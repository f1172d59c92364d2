import { isDeepStrictEqual } from "node:util";
import { type FairRules, fairRulesChanged } from "@rialto/contracts/venue/events";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { type Fair, type FairEvent, mustBePlanned } from "./fair.ts";

export interface ChangeFairRules {
  readonly rules: FairRules;
  readonly now: string;
}

export function changeFairRules({ rules, now }: ChangeFairRules, state: Fair): FairEvent[] {
  const { id: fairId, rules: current } = mustBePlanned(state);
  if (rules.slotMinutes !== current.slotMinutes) throw refuseInVenue("SLOT_LENGTH_FIXED", { slotMinutes: current.slotMinutes });
  return isDeepStrictEqual(rules, current) ? [] : [fairRulesChanged.draft({ fairId, rules, changedAt: now })];
}
