import { ceremonyCompleted, itemSkipped } from "@rialto/contracts/ceremonies/events";
import type { Ceremony, CeremonyEvent, StagedItem } from "./ceremony.ts";
import { type HostStep, itemIdentity, running } from "./on-stage.ts";
import { refuse } from "./refuse.ts";

export interface SkipItem extends HostStep {
  readonly reason: string;
}

const untouched = ({ progress }: StagedItem): boolean =>
  progress.step === "queued" || (progress.step === "called" && progress.signatures.length === 0);

/** The guest is late: an item that nobody has begun is passed over, for a reason. */
export function skipItem({ fairId, itemId, seenMoves, reason, now }: SkipItem, state: Ceremony): CeremonyEvent[] {
  const ceremony = running(fairId, seenMoves, state);
  const staged = ceremony.items.find(({ item }) => item.itemId === itemId);
  if (staged === undefined) throw refuse("ITEM_NOT_FOUND");
  if (!untouched(staged)) throw refuse("ITEM_HAS_BEGUN", { step: staged.progress.step });
  const skipped = itemSkipped.draft({ ...itemIdentity(ceremony, itemId), reason, skippedAt: now });
  const open = ceremony.items.filter((one) => one !== staged && !["done", "skipped"].includes(one.progress.step));
  if (open.length > 0) return [skipped];
  return [skipped, ceremonyCompleted.draft({ ceremonyId: ceremony.id, fairId, completedAt: now })];
}
