import type { Ceremony, ExistingCeremony, StagedItem } from "./ceremony.ts";
import { itemOnStage, type NextStep, nextStep } from "./next-step.ts";
import { refuse } from "./refuse.ts";

/** What every step of a host says: which item, and what the host's screen showed. */
export interface HostStep {
  readonly fairId: string;
  readonly itemId: string;
  /** `moves` of the ceremony on the host's screen. */
  readonly seenMoves: number;
  readonly now: string;
}

/** CEREMONY_NOT_FOUND: no such ceremony at this fair. */
export function existingCeremony(fairId: string, state: Ceremony): ExistingCeremony {
  if (state.status === "none" || state.fairId !== fairId) throw refuse("CEREMONY_NOT_FOUND");
  return state;
}

/** CEREMONY_MOVED_ON: two hosts tapped at once, and the other was first; nothing is done twice. */
export function seenAsItIs(seenMoves: number, state: ExistingCeremony): void {
  if (state.moves !== seenMoves) throw refuse("CEREMONY_MOVED_ON", { moves: state.moves, nextStep: nextStep(state) });
}

/** CEREMONY_CLOSED, CEREMONY_NOT_ON_STAGE. */
export function running(fairId: string, seenMoves: number, state: Ceremony): ExistingCeremony {
  const ceremony = existingCeremony(fairId, state);
  if (ceremony.status === "completed" || ceremony.status === "aborted")
    throw refuse("CEREMONY_CLOSED", { status: ceremony.status });
  if (ceremony.status !== "onStage") throw refuse("CEREMONY_NOT_ON_STAGE", { status: ceremony.status });
  seenAsItIs(seenMoves, ceremony);
  return ceremony;
}

const stepsOf: Readonly<Record<StagedItem["item"]["kind"], readonly NextStep["step"][]>> = {
  signing: ["sign", "exchange", "photograph", "complete"],
  plaqueConferral: ["confer", "photograph", "complete"],
  speech: ["complete"],
  photo: ["photograph", "complete"],
};

/**
 * The item on stage, if exactly this step is due. ITEM_NOT_FOUND, ITEM_NOT_ON_STAGE, STEP_NOT_FOR_THIS_ITEM, and
 * STEP_OUT_OF_ORDER with the step that is due: no step can be skipped by mistake.
 */
export function due(
  step: NextStep["step"],
  command: HostStep,
  state: Ceremony,
): { ceremony: ExistingCeremony; staged: StagedItem } {
  const ceremony = running(command.fairId, command.seenMoves, state);
  const staged = ceremony.items.find(({ item }) => item.itemId === command.itemId);
  if (staged === undefined) throw refuse("ITEM_NOT_FOUND");
  if (itemOnStage(ceremony) !== staged) throw refuse("ITEM_NOT_ON_STAGE", { step: staged.progress.step });
  if (!stepsOf[staged.item.kind].includes(step)) throw refuse("STEP_NOT_FOR_THIS_ITEM", { kind: staged.item.kind });
  const next = nextStep(ceremony);
  if (next.step !== step) throw refuse("STEP_OUT_OF_ORDER", { nextStep: next });
  return { ceremony, staged };
}

/** What every event of an item says of it. */
export const itemIdentity = ({ id, fairId }: ExistingCeremony, itemId: string) => ({ ceremonyId: id, fairId, itemId });
