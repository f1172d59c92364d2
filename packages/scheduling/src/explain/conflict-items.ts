import type { ConflictRule } from "../exact/conflict-set.ts";
import type { Compiled } from "../model/compile.ts";
import type { ConflictItem } from "./conflict.ts";
import { mustBeHeld } from "./must-be-held.ts";

/** The exact engine's contradiction in the ids of the problem. */
export function conflictItems(c: Compiled, rules: readonly ConflictRule[]): ConflictItem[] {
  const { meetings, slots } = c.problem;
  const itemOf = (rule: ConflictRule): ConflictItem => {
    switch (rule.kind) {
      case "meeting":
        return mustBeHeld(c, rule.meeting);
      case "precedence":
        return { code: "COMES_BEFORE", earlierId: meetings[rule.earlier]!.id, laterId: meetings[rule.later]!.id };
      case "capacity":
        return {
          code: "SLOT_ROOM",
          slotId: slots[rule.slot]!.id,
          seats: c.locationsOf[0]!.reduce((sum, l) => sum + c.seats[l * c.slots + rule.slot]!, 0),
        };
    }
  };
  const inOrder = rules.toSorted((a, b) => rank(a) - rank(b));
  return inOrder.map(itemOf);
}

/** Meetings first, as the problem has them, then what binds them. */
const rank = (rule: ConflictRule): number => (rule.kind === "meeting" ? rule.meeting : Number.MAX_SAFE_INTEGER);
