import type { PlacedBooth } from "../floor/booths.ts";

/** What an organization held when one last looked. */
export type Held = ReadonlyMap<string, { readonly code: string; readonly until: string }>;

export const heldBy = (booths: readonly PlacedBooth[], organizationId: string | undefined): Held =>
  new Map(
    booths.flatMap((booth) =>
      booth.status === "held" && booth.organizationId === organizationId && booth.holdExpiresAt !== undefined
        ? [[booth.boothId, { code: booth.code, until: booth.holdExpiresAt }] as const]
        : [],
    ),
  );

/** A hold is given back, confirmed, taken away, or it has run out: only the last one ends with its time. */
const SLACK_MS = 5_000;

/** The hold that ended because its time was over, between two looks; undefined: none did. */
export function ranOut(before: Held, booths: readonly PlacedBooth[], own: string | undefined, now: number): string | undefined {
  for (const [boothId, { until }] of before) {
    const booth = booths.find((one) => one.boothId === boothId);
    const isStillOurs = booth?.organizationId === own && booth?.status !== "available";
    if (!isStillOurs && Date.parse(until) - SLACK_MS <= now) return boothId;
  }
  return undefined;
}
