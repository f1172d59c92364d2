import { type Connection, Schema } from "mongoose";

interface StreamDocument {
  /** The account. */
  _id: string;
  /** The last cursor that one of the person's clients has handled. */
  delivered?: string;
  /** The last cursor that the person has seen in the list. */
  read?: string;
}

const schema = new Schema<StreamDocument>(
  { _id: { type: String, required: true }, delivered: String, read: String },
  { collection: "streams", versionKey: false },
);

export type Streams = ReturnType<typeof createStreams>;

/** How far each person has come in the own stream. Marks only move forward. */
export function createStreams(connection: Connection) {
  const model = connection.model<StreamDocument>("streams", schema);
  const advance = (accountId: string, mark: "delivered" | "read", cursor: string) =>
    model.updateOne({ _id: accountId }, { $max: { [mark]: cursor } }, { upsert: true });
  return {
    delivered: async (accountId: string, cursor: string): Promise<void> => void (await advance(accountId, "delivered", cursor)),
    read: async (accountId: string, cursor: string): Promise<void> => void (await advance(accountId, "read", cursor)),
    async marksOf(accountId: string): Promise<{ delivered?: string; read?: string }> {
      const { delivered, read } = (await model.findById(accountId).lean()) ?? {};
      return { ...(delivered === undefined ? {} : { delivered }), ...(read === undefined ? {} : { read }) };
    },
  };
}
