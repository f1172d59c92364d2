import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { hallAdded } from "@rialto/contracts/venue/events";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import { type Fair, type FairEvent, mustBePlanned } from "./fair.ts";

const MOST_HALLS = 20;

export interface AddHall {
  readonly hallId: string;
  readonly name: LocalizedName;
  readonly width: number;
  readonly depth: number;
  readonly now: string;
}

export function addHall({ now, ...hall }: AddHall, state: Fair): FairEvent[] {
  const { id: fairId, halls } = mustBePlanned(state);
  if (halls.some(({ hallId }) => hallId === hall.hallId)) return [];
  if (halls.length >= MOST_HALLS) throw refuseInVenue("PLAN_IS_FULL", { limit: MOST_HALLS });
  return [hallAdded.draft({ ...hall, fairId, addedAt: now })];
}
