import { type Connection, Schema } from "mongoose";

interface PositionsDocument {
  _id: "notifications";
  epoch: number;
  /** How far the inbox has been written, per partition of the notifications topic; text order is log order. */
  written: Record<string, string>;
}

const schema = new Schema<PositionsDocument>(
  { _id: { type: String, required: true }, epoch: Number, written: Schema.Types.Mixed },
  { collection: "positions", versionKey: false, minimize: false },
);

const ID = "notifications";
const sortable = (offset: string) => offset.padStart(20, "0");

export interface Written {
  readonly epoch: number;
  /** Padded offsets by partition. */
  readonly written: Readonly<Record<string, string>>;
}

export type Positions = ReturnType<typeof createPositions>;

/** Where the inbox stands in the notifications log, and which life of that log it is. */
export function createPositions(connection: Connection) {
  const model = connection.model<PositionsDocument>("positions", schema);
  const read = async (): Promise<Written> => {
    const found = await model.findById(ID).lean();
    return found === null ? { epoch: 1, written: {} } : { epoch: found.epoch, written: found.written };
  };
  let reading: Promise<Written> | undefined;
  return {
    /** At least as far as when the read under way began, which serves all who ask meanwhile: after a publication thousands wait. */
    current: (): Promise<Written> => {
      reading ??= read().finally(() => {
        reading = undefined;
      });
      return reading;
    },

    async ready(): Promise<void> {
      await model.updateOne({ _id: ID }, { $setOnInsert: { epoch: 1, written: {} } }, { upsert: true });
    },

    async advance(partition: number, offset: string): Promise<void> {
      await model.updateOne({ _id: ID }, { $max: { [`written.${partition}`]: sortable(offset) } });
    },

    /**
     * Begins a new epoch when the log ends before what the inbox has already written: then it is not the same log.
     * Several replicas may find out at once: only one write counts.
     */
    async reconcile(logEnds: ReadonlyMap<number, string>): Promise<Written> {
      const { epoch, written } = await read();
      const lost = Object.entries(written).some(
        ([partition, offset]) => sortable(logEnds.get(Number(partition)) ?? "0") <= offset,
      );
      if (lost) await model.updateOne({ _id: ID, epoch }, { $set: { epoch: epoch + 1, written: {} } });
      return read();
    },
  };
}

/** Whether the inbox has been written up to these offsets (by partition, unpadded). */
export const covers = ({ written }: Written, offsets: ReadonlyMap<number, string>): boolean =>
  [...offsets].every(([partition, offset]) => (written[String(partition)] ?? "") >= sortable(offset));
