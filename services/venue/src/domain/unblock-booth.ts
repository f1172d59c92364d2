import { boothUnblocked } from "@rialto/contracts/venue/events";
import { atFair, type Booth, type BoothEvent } from "./booth.ts";

export interface UnblockBooth {
  readonly fairId: string;
  readonly now: string;
}

export function unblockBooth({ fairId, now }: UnblockBooth, state: Booth): BoothEvent[] {
  const booth = atFair(fairId, state);
  return booth.status === "blocked" ? [boothUnblocked.draft({ boothId: booth.id, fairId, unblockedAt: now })] : [];
}
