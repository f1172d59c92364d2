import { z } from "zod";

/** A check-in that no service has taken yet. Its key is fixed when it is queued, so that sending it again changes nothing. */
const Queued = z.object({
  fairId: z.string(),
  meetingId: z.string(),
  accountId: z.string(),
  key: z.string(),
  /** Milliseconds since 1970. */
  queuedAt: z.number(),
  /** Why a service does not take it: kept until somebody has read it. */
  refusal: z.object({ code: z.string(), title: z.string() }).optional(),
});
export type Queued = z.output<typeof Queued>;
export type Refusal = NonNullable<Queued["refusal"]>;

const PREFIX = "rialto.check-in.";
const keyOf = ({ accountId, meetingId }: Pick<Queued, "accountId" | "meetingId">) => `${PREFIX}${accountId}.${meetingId}`;

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

function parsed(text: string | null): Queued | undefined {
  try {
    return Queued.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined;
  }
}

/** Each entry lies under a name of its own: tabs that write at the same moment do not overwrite each other's. */
export const entriesOn = (shelf: Shelf) => ({
  all: (): Queued[] =>
    Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "")
      .filter((name) => name.startsWith(PREFIX))
      .flatMap((name) => parsed(shelf.getItem(name)) ?? [])
      .sort((one, other) => one.queuedAt - other.queuedAt || one.key.localeCompare(other.key)),
  of: (entry: Pick<Queued, "accountId" | "meetingId">): Queued | undefined => parsed(shelf.getItem(keyOf(entry))),
  put: (entry: Queued): void => shelf.setItem(keyOf(entry), JSON.stringify(entry)),
  remove: (entry: Queued): void => shelf.removeItem(keyOf(entry)),
  isOne: (name: string | null): boolean => name === null || name.startsWith(PREFIX),
});
