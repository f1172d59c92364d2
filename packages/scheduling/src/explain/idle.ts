import { type Plan, unplaced } from "../large/plan.ts";

/** Whether the person is there and not engaged in all slots. */
export function isIdle({ c, meetingAt }: Plan, rep: number, slot: number, length: number): boolean {
  for (let s = slot; s < slot + length; s++)
    if (c.available[rep * c.slots + s] === 0 || meetingAt[rep * c.slots + s] !== unplaced) return false;
  return true;
}
