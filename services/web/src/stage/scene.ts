import type { StageItem, StageView } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";

export type Stage = z.output<typeof StageView>;
export type Shown = z.output<typeof StageItem>;
export type ShownParty = NonNullable<Shown["parties"]>[number];

/** What the audience lives through; each has a picture of its own. */
export type Moment =
  | "planned"
  | "opening"
  | "between"
  | "speech"
  | "signing"
  | "exchange"
  | "signed"
  | "conferring"
  | "conferred"
  | "photo"
  | "photoTaken"
  | "completed"
  | "ended";

const everySigned = ({ parties }: Shown): boolean => parties?.every(({ signed }) => signed) ?? false;

function momentOfItem(item: Shown): Moment {
  const isUnderWay = item.step === "called";
  switch (item.kind) {
    case "speech":
      return "speech";
    case "signing":
      if (!isUnderWay) return "signed";
      return everySigned(item) ? "exchange" : "signing";
    case "plaqueConferral":
      return isUnderWay ? "conferring" : "conferred";
    case "photo":
      return isUnderWay ? "photo" : "photoTaken";
  }
}

export function momentOf({ status, now, done, of, next }: Stage): Moment {
  if (status === "planned") return "planned";
  if (status === "completed") return "completed";
  if (status === "aborted") return "ended";
  if (now !== undefined) return momentOfItem(now);
  return done === 0 && next !== undefined && of > 0 ? "opening" : "between";
}

/** The moments for which people clap. */
export const isFestive = (moment: Moment): boolean => ["signed", "conferred", "completed"].includes(moment);

/**
 * Another key is another picture, and the pictures fade into each other. Signatures change the picture that is there:
 * from the first signature to the exchange the parties stay where they are.
 */
export function pictureOf(stage: Stage): string {
  const moment = momentOf(stage);
  const words = stage.now === undefined ? "" : JSON.stringify([stage.now.kind, stage.now.title, stage.now.speaker]);
  return `${stage.ceremonyId} ${moment === "exchange" ? "signing" : moment} ${words}`;
}
