/**
 * A place in the notifications log: `k<epoch>.<number>`, zero-padded so that text order is stream order. The number is the
 * log's offset plus one, so that 0 stands before everything. The epoch grows when offsets begin anew because the log was
 * lost; a cursor of another epoch is answered with `reset`.
 */
const PATTERN = /^k(\d{4})\.\d{20}$/;

const format = (epoch: number, place: bigint): string => `k${String(epoch).padStart(4, "0")}.${String(place).padStart(20, "0")}`;

/** The cursor of the record at this offset (decimal text, as Kafka gives it). */
export const cursorAt = (epoch: number, offset: string): string => format(epoch, BigInt(offset) + 1n);

/** Before everything of this epoch. */
export const beginningOf = (epoch: number): string => format(epoch, 0n);

/** The epoch of a cursor; `undefined` when the text is not a cursor of ours. */
export function epochOf(cursor: string): number | undefined {
  const epoch = PATTERN.exec(cursor)?.[1];
  return epoch === undefined ? undefined : Number(epoch);
}
