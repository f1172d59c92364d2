import type { CeremonyView, HostedItem } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";
import type { Localized } from "../language/names.tsx";

export type Ceremony = z.output<typeof CeremonyView>;
export type Item = z.output<typeof HostedItem>;
export type NextStep = Ceremony["nextStep"];
export type Signing = NonNullable<Item["signing"]>;
/** A step of the stage, as somebody takes it with one button. */
export type Step = Exclude<NextStep["step"], "setRunOfShow" | "none">;

const isOver = ({ step }: Item): boolean => step === "done" || step === "skipped";

export const onStage = ({ status, items }: Ceremony): Item | undefined =>
  status === "onStage" ? items.find((item) => !isOver(item) && item.step !== "queued") : undefined;

export const nextInLine = ({ items }: Pick<Ceremony, "items">): Item | undefined => items.find(({ step }) => step === "queued");

export const itemOf = ({ items }: Pick<Ceremony, "items">, step: NextStep): Item | undefined =>
  "itemId" in step ? items.find(({ itemId }) => itemId === step.itemId) : undefined;

/** The words of an item; a signing has those of its agreement, once they are known. */
export const titleOf = (item: Item): Localized | undefined => item.title ?? item.signing?.title;

export const doneOf = ({ items }: Pick<Ceremony, "items">): number => items.filter(({ step }) => step === "done").length;

/** Minutes planned for what is not over, the item on stage included. */
export const minutesLeft = ({ items }: Pick<Ceremony, "items">): number =>
  items.reduce((sum, item) => (isOver(item) ? sum : sum + item.minutes), 0);

/** Passing over is for what nobody has begun; the service judges, the screen only does not offer what is sure to fail. */
export const maySkip = (item: Item): boolean =>
  item.step === "queued" || (item.step === "called" && !(item.signing?.signatures.some(({ signed }) => signed) ?? false));

export interface Copy {
  readonly organizationId: string;
  readonly party: Localized | undefined;
  readonly hands: readonly { readonly signatoryId: string; readonly name: Localized | undefined; readonly state: Hand }[];
}
export type Hand = "signed" | "due" | "later";

/** Both copies with everybody who signs them, in the order of the parties. */
export function copiesOf({ parties, signatures }: Signing): Copy[] {
  const due = signatures.find(({ signed }) => !signed);
  return parties.map(({ organizationId, name }) => ({
    organizationId,
    party: name,
    hands: signatures
      .filter(({ copyOf }) => copyOf === organizationId)
      .map((signature) => ({
        signatoryId: signature.signatoryId,
        name: parties.find(({ signatoryId }) => signatoryId === signature.signatoryId)?.signatoryName,
        state: signature.signed ? "signed" : signature === due ? "due" : "later",
      })),
  }));
}
