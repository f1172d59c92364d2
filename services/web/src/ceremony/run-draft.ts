import type { RunOfShowItemInput } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";
import { isWritten, type TwoTexts, typed, written } from "../company/draft.ts";
import type { Ceremony, Item } from "./show.ts";

export type ItemInput = z.input<typeof RunOfShowItemInput>;

/** An item while it is being written; what its kind does not have stays empty. */
export interface ItemDraft {
  /** Its place on the screen, also before the service has given it an id. */
  readonly key: string;
  readonly itemId: string | undefined;
  readonly kind: Item["kind"];
  /** 0 while its field is empty. */
  readonly minutes: number;
  readonly title: TwoTexts;
  readonly speaker: TwoTexts;
  readonly conferrer: TwoTexts;
  readonly recipients: readonly TwoTexts[];
  readonly agreementId: string | undefined;
}

const blank = typed(undefined);
export const MOST_MINUTES = 120;
/** What such an item usually takes. */
const usualMinutes: Record<Item["kind"], number> = { signing: 10, plaqueConferral: 4, speech: 5, photo: 3 };

export const newItem = (kind: Item["kind"], key: string, agreementId?: string): ItemDraft => ({
  key,
  itemId: undefined,
  kind,
  minutes: usualMinutes[kind],
  title: blank,
  speaker: blank,
  conferrer: blank,
  recipients: kind === "plaqueConferral" ? [blank] : [],
  agreementId,
});

const agreementOf = ({ agreementId, signing }: Item): string | undefined => agreementId ?? signing?.agreementId;

export const draftOf = ({ items }: Pick<Ceremony, "items">): ItemDraft[] =>
  items.map((item) => ({
    key: item.itemId,
    itemId: item.itemId,
    kind: item.kind,
    minutes: item.minutes,
    title: typed(item.title),
    speaker: typed(item.speaker),
    conferrer: typed(item.conferrer),
    recipients: (item.recipients ?? []).map(typed),
    agreementId: agreementOf(item),
  }));

/** What is still missing keeps the whole from being sent; the service would say the same of one item only. */
export function isComplete({ kind, minutes, title, speaker, conferrer, recipients, agreementId }: ItemDraft): boolean {
  if (minutes < 1 || minutes > MOST_MINUTES) return false;
  switch (kind) {
    case "signing":
      return agreementId !== undefined;
    case "photo":
      return isWritten(title);
    case "speech":
      return isWritten(title) && isWritten(speaker);
    case "plaqueConferral":
      return isWritten(title) && isWritten(conferrer) && recipients.some(isWritten);
  }
}

export function inputOf(draft: ItemDraft): ItemInput {
  const { kind, minutes, itemId, agreementId = "" } = draft;
  const common = { minutes, ...(itemId === undefined ? {} : { itemId }) };
  const text = (of: TwoTexts) => written(of) ?? {};
  switch (kind) {
    case "signing":
      return { kind, ...common, agreementId };
    case "photo":
      return { kind, ...common, title: text(draft.title) };
    case "speech":
      return { kind, ...common, title: text(draft.title), speaker: text(draft.speaker) };
    case "plaqueConferral": {
      const recipients = draft.recipients.flatMap((one) => written(one) ?? []);
      return { kind, ...common, title: text(draft.title), conferrer: text(draft.conferrer), recipients };
    }
  }
}

export const isSame = (one: readonly ItemDraft[], other: readonly ItemDraft[]): boolean =>
  JSON.stringify(one.map(inputOf)) === JSON.stringify(other.map(inputOf));

/** The list with one item a place further up (-1) or down (1); at an end it stays as it is. */
export function moved(items: readonly ItemDraft[], place: number, by: -1 | 1): readonly ItemDraft[] {
  const item = items[place];
  const target = place + by;
  if (item === undefined || target < 0 || target >= items.length) return items;
  return items.toSpliced(place, 1).toSpliced(target, 0, item);
}
