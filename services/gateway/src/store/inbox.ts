import type { Notification } from "@rialto/contracts/gateway/notifications";
import { type Connection, Schema } from "mongoose";
import type { NotificationRaised } from "../domain/raise.ts";

interface InboxDocument {
  /** The notification's id: written twice is written once, and the first place in the log counts. */
  _id: string;
  recipientId: string;
  cursor: string;
  fairId: string;
  occurredAt: string;
  content: unknown;
  storedAt: Date;
}

/** Notifications of two months ago concern nobody at a fair any more. Tidying only: nothing depends on it. */
const KEPT_SECONDS = 60 * 24 * 3_600;

const schema = new Schema<InboxDocument>(
  {
    _id: { type: String, required: true },
    recipientId: String,
    cursor: String,
    fairId: String,
    occurredAt: String,
    content: Schema.Types.Mixed,
    storedAt: Date,
  },
  { collection: "inbox", versionKey: false, minimize: false },
)
  .index({ recipientId: 1, cursor: 1 })
  .index({ fairId: 1, storedAt: 1 })
  .index({ storedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });

const toNotification = ({ _id, cursor, fairId, occurredAt, content }: InboxDocument): Notification => ({
  notificationId: _id,
  cursor,
  fairId,
  occurredAt,
  content: content as Notification["content"],
});

export type Inbox = ReturnType<typeof createInbox>;

/** Everything anybody was told, by person and cursor. */
export function createInbox(connection: Connection) {
  const model = connection.model<InboxDocument>("inbox", schema);
  return {
    ready: () => model.createIndexes(),

    async keep({ id, data }: NotificationRaised, cursor: string): Promise<void> {
      const { recipientId, fairId, occurredAt, content } = data;
      const document = { recipientId, cursor, fairId, occurredAt, content, storedAt: new Date() };
      await model.updateOne({ _id: id }, { $setOnInsert: document }, { upsert: true });
    },

    /** What follows a cursor, oldest first; at most `limit`. */
    async after(recipientId: string, cursor: string, limit: number): Promise<Notification[]> {
      const found = await model
        .find({ recipientId, cursor: { $gt: cursor } })
        .sort({ cursor: 1 })
        .limit(limit)
        .lean();
      return found.map(toNotification);
    },

    /** One page, newest first: what stands before a cursor, or the latest. */
    async before(recipientId: string, cursor: string | undefined, limit: number): Promise<Notification[]> {
      const found = await model
        .find({ recipientId, ...(cursor === undefined ? {} : { cursor: { $lt: cursor } }) })
        .sort({ cursor: -1 })
        .limit(limit)
        .lean();
      return found.map(toNotification);
    },

    /** How many people of a fair were told something, each time counted; since an instant, or at all. */
    countOfFair: (fairId: string, since?: Date): Promise<number> =>
      model.countDocuments({ fairId, ...(since === undefined ? {} : { storedAt: { $gt: since } }) }),

    /** How many follow a cursor, up to another one if there is one; stops counting at `limit`. */
    countAfter: (recipientId: string, cursor: string, limit: number, upTo?: string): Promise<number> =>
      model.countDocuments({ recipientId, cursor: { $gt: cursor, ...(upTo === undefined ? {} : { $lte: upTo }) } }, { limit }),
  };
}
