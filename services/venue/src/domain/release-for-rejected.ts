import type { Booth, BoothEvent } from "./booth.ts";
import { released } from "./releasing.ts";

export interface ReleaseForRejected {
  readonly organizationId: string;
  readonly now: string;
}

export function releaseForRejected({ organizationId, now }: ReleaseForRejected, state: Booth): BoothEvent[] {
  const theirs = (state.status === "held" || state.status === "assigned") && state.organizationId === organizationId;
  return theirs ? [released(state, { reason: "organizationRejected", now })] : [];
}
