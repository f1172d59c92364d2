import { type Booth, type BoothEvent, holdIsOver } from "./booth.ts";
import { released } from "./releasing.ts";

export interface ExpireHold {
  readonly now: string;
}

/** A booth that was assigned, given back or held anew in the meantime is left alone. */
export const expireHold = ({ now }: ExpireHold, state: Booth): BoothEvent[] =>
  state.status === "held" && holdIsOver(state, now) ? [released(state, { reason: "holdExpired", now })] : [];
