import type { ConflictRule } from "../exact/conflict-set.ts";
import type { Compiled } from "../model/compile.ts";
import { possibleSlots } from "../model/possible-slots.ts";

/** A contradiction in words: one sentence for each rule that takes part in it. */
export function conflictSentences(c: Compiled, rules: readonly ConflictRule[]): string[] {
  const { meetings, slots } = c.problem;
  const sentenceOf = (rule: ConflictRule): string => {
    switch (rule.kind) {
      case "meeting": {
        const { id, parties } = meetings[rule.meeting]!;
        const possible = possibleSlots(c, rule.meeting).map((s) => slots[s]!.id);
        const when = possible.length === c.slots ? "any slot" : possible.length === 0 ? "no slot" : possible.join(", ");
        return `meeting ${id} of ${parties.join(" and ")} must be held, in ${when}`;
      }
      case "precedence":
        return `meeting ${meetings[rule.earlier]!.id} comes before meeting ${meetings[rule.later]!.id}`;
      case "capacity": {
        const seats = c.locationsOf[0]!.reduce((sum, l) => sum + c.seats[l * c.slots + rule.slot]!, 0);
        return `slot ${slots[rule.slot]!.id} has room for ${seats} meeting(s)`;
      }
    }
  };
  return rules.map(sentenceOf);
}
