import { ceremonyAborted } from "@rialto/contracts/ceremonies/events";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";
import { existingCeremony } from "./on-stage.ts";
import { refuse } from "./refuse.ts";

export interface AbortCeremony {
  readonly fairId: string;
  readonly reason: string;
  readonly now: string;
}

/**
 * Fire alarm: it ends now, whatever another host has just done. What is complete stays signed; a half-signed item counts for
 * nothing and its agreement is free again.
 */
export function abortCeremony({ fairId, reason, now }: AbortCeremony, state: Ceremony): CeremonyEvent[] {
  const { id, status } = existingCeremony(fairId, state);
  if (status === "completed" || status === "aborted") throw refuse("CEREMONY_CLOSED", { status });
  return [ceremonyAborted.draft({ ceremonyId: id, fairId, reason, abortedAt: now })];
}
