import type { Schedule } from "@rialto/service-kit/schedule";
import type { VenueDeps } from "../deps.ts";
import { expireHold } from "../domain/expire-hold.ts";

const MOST_AT_ONCE = 500;

/** So that screens learn of it; the next holder takes an expired hold over without waiting for this. */
export const expireHolds = ({ booths }: Pick<VenueDeps, "booths">, everySeconds: number): Schedule => ({
  name: "venue.expire-holds",
  everyMs: everySeconds * 1_000,
  async run({ now, signal, cause }) {
    for (const boothId of await booths.idsOfExpiredHolds(now, MOST_AT_ONCE)) {
      if (signal.aborted) return;
      await booths.store.update(boothId, (state) => expireHold({ now }, state), cause);
    }
  },
});
