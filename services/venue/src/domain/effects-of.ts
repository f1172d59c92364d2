import {
  boothAssigned,
  boothBlocked,
  boothHeld,
  boothPlanned,
  boothReleased,
  boothUnblocked,
} from "@rialto/contracts/venue/events";
import type { BoothEvent } from "./booth.ts";

export interface Effect {
  readonly effect: "holdEnds" | "assignmentEnds" | "boothBlocked" | "boothAvailable";
  readonly organizationId?: string;
}

const unhandled = (event: never): never => {
  throw new Error(`no effect for ${JSON.stringify(event)}`);
};

/** What an edit's events mean to people; the same for a dry run and for the edit itself. */
export function effectOf(event: BoothEvent): Effect[] {
  switch (event.type) {
    case boothReleased.type: {
      const { was, organizationId } = event.data;
      return [{ effect: was === "held" ? "holdEnds" : "assignmentEnds", organizationId }];
    }
    case boothBlocked.type:
      return [{ effect: "boothBlocked" }];
    case boothUnblocked.type:
      return [{ effect: "boothAvailable" }];
    case boothPlanned.type:
    case boothHeld.type:
    case boothAssigned.type:
      return [];
    default:
      return unhandled(event);
  }
}
