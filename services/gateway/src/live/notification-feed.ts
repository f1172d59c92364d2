import type { Notification } from "@rialto/contracts/gateway/notifications";
import type { TailedRecord } from "@rialto/messaging/bus";
import { cursorAt } from "../domain/cursor.ts";
import { firstOccurrence } from "../domain/first-occurrence.ts";
import type { NotificationRaised } from "../domain/raise.ts";

/** Ids remembered per partition; a replica reads as many again when it starts. See `firstOccurrence` for why it is enough. */
export const REMEMBERED_PER_PARTITION = 2_000;

export interface Addressed {
  readonly recipientId: string;
  readonly notification: Notification;
}

/** What one replica has seen of the notifications log. */
export interface NotificationFeed {
  /** Takes records of one partition in order; answers with those that are new. */
  take(records: readonly TailedRecord[]): Addressed[];
  /** The last offset seen of each partition. */
  position(): ReadonlyMap<number, string>;
}

export function createNotificationFeed(epoch: number): NotificationFeed {
  const filters = new Map<number, (id: string) => boolean>();
  const position = new Map<number, string>();

  const isNew = (partition: number, id: string): boolean => {
    const filter = filters.get(partition) ?? firstOccurrence(REMEMBERED_PER_PARTITION);
    filters.set(partition, filter);
    return filter(id);
  };

  return {
    take: (records) =>
      records.flatMap((record) => {
        const { partition, offset } = record.position;
        position.set(partition, offset);
        return isNew(partition, record.envelope.id) ? [addressed(record, epoch)] : [];
      }),
    position: () => new Map(position),
  };
}

function addressed({ envelope, position }: TailedRecord, epoch: number): Addressed {
  const { notificationId, recipientId, fairId, occurredAt, content } = (envelope as NotificationRaised).data;
  return { recipientId, notification: { notificationId, cursor: cursorAt(epoch, position.offset), fairId, occurredAt, content } };
}
