import { ceremonyPlanned } from "@rialto/contracts/ceremonies/events";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";

export interface PlanCeremony {
  readonly ceremonyId: string;
  readonly fairId: string;
  readonly title: LocalizedName;
  readonly stage: LocalizedName;
  readonly startsAt: string;
  readonly now: string;
}

export function planCeremony({ now, ...ceremony }: PlanCeremony, state: Ceremony): CeremonyEvent[] {
  return state.status === "none" ? [ceremonyPlanned.draft({ ...ceremony, plannedAt: now })] : [];
}
