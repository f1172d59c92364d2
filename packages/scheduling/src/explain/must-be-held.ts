import type { Compiled } from "../model/compile.ts";
import { possibleSlots } from "../model/possible-slots.ts";
import type { ConflictItem } from "./conflict.ts";

export function mustBeHeld(c: Compiled, m: number): ConflictItem {
  const { id, parties } = c.problem.meetings[m]!;
  return {
    code: "MUST_BE_HELD",
    meetingId: id,
    partyIds: [...parties],
    slotIds: possibleSlots(c, m).map((s) => c.problem.slots[s]!.id),
  };
}
