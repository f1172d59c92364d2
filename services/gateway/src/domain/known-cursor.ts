import { gatewayRefusals } from "@rialto/contracts/gateway/refusals";
import { refusing } from "@rialto/contracts/kernel/refusal";
import { epochOf } from "./cursor.ts";

const refuse = refusing(gatewayRefusals);

/** CURSOR_UNKNOWN: a cursor of a later life of the log, or none of ours, marks no place. */
export function knownCursor(cursor: string, epoch: number): string {
  if ((epochOf(cursor) ?? Number.POSITIVE_INFINITY) > epoch) throw refuse("CURSOR_UNKNOWN");
  return cursor;
}

/** CURSOR_UNKNOWN: nobody has seen what was never sent. */
export function seenCursor(cursor: string, latest: string | undefined): string {
  if (latest === undefined || cursor > latest) throw refuse("CURSOR_UNKNOWN");
  return cursor;
}
