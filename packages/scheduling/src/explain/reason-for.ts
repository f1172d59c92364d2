import { fit, hasSeat, mayStart } from "../large/fits.ts";
import { type Plan, unplaced } from "../large/plan.ts";
import { groupAvailable, isPossible, locationOpen } from "../model/possible-slots.ts";
import { isIdle } from "./idle.ts";
import { limitReached } from "./limit-reached.ts";
import type { Reason } from "./reason.ts";

/**
 * Why an unplaced meeting has no place, by elimination: slots fall away rule by rule, in the order of the codes, and the rule that takes the last one
 * is the reason. Slots before `firstSlot` do not count.
 */
export function reasonFor(plan: Plan, m: number, firstSlot = 0): Reason {
  const { c } = plan;
  const { parties } = c.problem.meetings[m]!;
  if (c.excluded[m] === 1) return { code: "EXCLUDED", partyIds: [...parties] };
  return ownReason(plan, m, firstSlot) ?? orderReason(plan, m, firstSlot) ?? planReason(plan, m, firstSlot);
}

/** What stands against the meeting whatever else is planned. */
function ownReason({ c }: Plan, m: number, firstSlot: number): Reason | null {
  const { parties } = c.problem.meetings[m]!;
  const own = slotsWhere(c.slots, firstSlot, (s) => c.startable[m * c.slots + s] === 1);
  if (own.length === 0) return { code: "NO_OWN_SLOT" };
  const first = c.partyStart[m]!;
  const isThere = (k: number, s: number) => groupAvailable(c, first + k, s, c.length[m]!);
  const away = parties.find((_, k) => !own.some((s) => isThere(k, s)));
  if (away !== undefined) return { code: "NEVER_AVAILABLE", partyId: away };
  const common = own.filter((s) => parties.every((_, k) => isThere(k, s)));
  if (common.length === 0) return { code: "NO_COMMON_SLOT", partyIds: [...parties] };
  if (common.some((s) => locationOpen(c, m, s))) return null;
  return { code: "LOCATION_CLOSED", locationIds: locationIds(c, m), slotIds: ids(c, common) };
}

function orderReason(plan: Plan, m: number, firstSlot: number): Reason | null {
  const { c } = plan;
  const idOf = (other: number) => c.problem.meetings[other]!.id;
  const waiting = [...c.before[m]!].filter((other) => plan.slotOf[other] === unplaced);
  if (waiting.length > 0) return { code: "WAITS_FOR_OTHER", meetingIds: waiting.map(idOf) };
  if (slotsWhere(c.slots, firstSlot, (s) => isPossible(c, m, s) && mayStart(plan, m, s)).length > 0) return null;
  const others = [...c.before[m]!, ...c.after[m]!].filter((other) => plan.slotOf[other] !== unplaced);
  return { code: "ORDER_LEAVES_NO_SLOT", meetingIds: others.map(idOf) };
}

/** What the rest of the plan takes. */
function planReason(plan: Plan, m: number, firstSlot: number): Reason {
  const { c } = plan;
  const { parties } = c.problem.meetings[m]!;
  const shared = slotsWhere(c.slots, firstSlot, (s) => isPossible(c, m, s) && mayStart(plan, m, s));
  const free = shared.filter((s) => parties.every((_, k) => isOpen(plan, m, k, s)));
  if (free.length === 0) return engagedReason(plan, m, shared);
  const seated = free.filter((s) => c.locationsOf[m]!.some((l) => hasSeat(plan, m, s, l)));
  if (seated.length === 0) return { code: "LOCATION_FULL", locationIds: locationIds(c, m), slotIds: ids(c, free) };
  const reached = seated.map((s) => limitReached(plan, m, s));
  const within = seated.filter((_, i) => reached[i] === null);
  if (within.length === 0) return { ...reached[0]!, slotIds: ids(c, seated) };
  const fitting = within.filter((s) => fit(plan, m, s) !== unplaced);
  if (fitting.length === 0) return { code: "WALKING", partyIds: [...parties], slotIds: ids(c, within) };
  return { code: "NOT_TRIED", slotIds: ids(c, fitting) };
}

function engagedReason(plan: Plan, m: number, shared: number[]): Reason {
  const { c } = plan;
  const { parties } = c.problem.meetings[m]!;
  const slotIds = ids(c, shared);
  const always = parties.filter((_, k) => shared.every((s) => !isOpen(plan, m, k, s)));
  if (always.length > 1) return { code: "BOTH_FULL", partyIds: always, slotIds };
  if (always.length === 1) return { code: "PARTY_FULL", partyId: always[0]!, slotIds };
  const sometimes = parties.filter((_, k) => shared.some((s) => !isOpen(plan, m, k, s)));
  return { code: "ENGAGED_IN_TURN", partyIds: sometimes, slotIds };
}

/** Whether somebody of the party is there and not engaged. */
function isOpen(plan: Plan, m: number, party: number, slot: number): boolean {
  const { c } = plan;
  return c.repsOf[c.partyStart[m]! + party]!.some((rep) => isIdle(plan, rep, slot, c.length[m]!));
}

function slotsWhere(slots: number, first: number, is: (slot: number) => boolean): number[] {
  const found: number[] = [];
  for (let s = first; s < slots; s++) if (is(s)) found.push(s);
  return found;
}

const ids = (c: Plan["c"], slots: number[]): string[] => slots.map((s) => c.problem.slots[s]!.id);
const locationIds = (c: Plan["c"], m: number): string[] => Array.from(c.locationsOf[m]!, (l) => c.problem.locations[l]!.id);
