import { runOfShowSet } from "@rialto/contracts/ceremonies/events";
import type { RunOfShowItem } from "@rialto/contracts/ceremonies/values";
import type { Ceremony, CeremonyEvent, ExistingCeremony } from "./ceremony.ts";
import { existingCeremony, seenAsItIs } from "./on-stage.ts";
import { refuse } from "./refuse.ts";

export interface SetRunOfShow {
  readonly fairId: string;
  readonly seenMoves: number;
  readonly items: readonly RunOfShowItem[];
  readonly now: string;
}

export const agreementsIn = (items: readonly RunOfShowItem[]): string[] =>
  items.flatMap((item) => (item.kind === "signing" ? [item.agreementId] : []));

/** May the run of show be changed at all? Asked before agreements are taken into it. */
export function changeable({ fairId, seenMoves, items }: SetRunOfShow, state: Ceremony): ExistingCeremony {
  const ceremony = existingCeremony(fairId, state);
  if (ceremony.status !== "planned") throw refuse("CEREMONY_ALREADY_OPEN", { status: ceremony.status });
  seenAsItIs(seenMoves, ceremony);
  const agreementIds = agreementsIn(items);
  if (new Set(agreementIds).size < agreementIds.length) throw refuse("ITEM_LISTED_TWICE");
  return ceremony;
}

/** The whole list at once, as long as the ceremony has not begun. */
export function setRunOfShow(command: SetRunOfShow, state: Ceremony): CeremonyEvent[] {
  const { id, fairId } = changeable(command, state);
  return [runOfShowSet.draft({ ceremonyId: id, fairId, items: [...command.items], setAt: command.now })];
}
