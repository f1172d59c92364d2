import type { DznInstance } from "../dzn.ts";

/** The instance as a MiniZinc data file of the published form. */
export function writeDzn(instance: DznInstance): string {
  const sets = (lists: number[][]) => `[${lists.map((list) => `{${list.join(",")}}`).join(",\n")}]`;
  return `${[
    `nBusiness = ${instance.people}`,
    `nMeetings = ${instance.meetings.length}`,
    `nTables = ${instance.tables}`,
    `nTotalSlots = ${instance.slots}`,
    `nMorningSlots = ${instance.morningSlots}`,
    `requested = [|${instance.meetings.map(({ a, b, session }) => `${a}, ${b}, ${session}`).join(",\n|")}|]`,
    `forbidden = ${sets(instance.forbidden.map((list) => (list.length === 0 ? [0] : list)))}`,
    `fixed = [${instance.fixed.join(",")}]`,
    `precedences = ${sets(instance.precedences)}`,
  ].join(";\n")};\n`;
}
