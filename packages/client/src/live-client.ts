import { Cursor, Notification } from "@rialto/contracts/gateway/notifications";
import { Changed, type Room, type Welcome } from "@rialto/contracts/gateway/realtime";
import { createAcknowledger } from "./acknowledger.ts";
import { backOffMs } from "./back-off.ts";
import { createLiveConnection, type LiveConnection } from "./live-connection.ts";
import type { LiveClient, LiveClientOptions } from "./live-types.ts";
import { createNotificationQueue, type NotificationQueue, type Placed } from "./notification-queue.ts";
import { createWatchedRooms, type WatchedRooms } from "./watched-rooms.ts";

/** A notification as it came: what it says is looked at when it is its turn. */
interface Arrived extends Placed {
  readonly raw: unknown;
}

const cursorOf = (raw: unknown): string | undefined => {
  const cursor: unknown = typeof raw === "object" && raw !== null && "cursor" in raw ? raw.cursor : undefined;
  return Cursor.safeParse(cursor).data;
};

/** What the caller's functions throw is told to the caller, and the connection goes on. */
const guardedBy = (onError: (error: unknown) => void) => (callback: () => void) => {
  try {
    callback();
  } catch (error) {
    onError(error);
  }
};

type Guard = ReturnType<typeof guardedBy>;

function queueFor(options: LiveClientOptions, guard: Guard, connection: () => LiveConnection) {
  let failures = 0;
  let countedTo = "";
  const acknowledger = createAcknowledger((cursor) => void connection().ask("acknowledge", { cursor }));
  const queue = createNotificationQueue<Arrived>({
    cursor: options.cursor,
    async handle({ raw }) {
      const parsed = Notification.safeParse(raw);
      // A kind that this release does not know must not stop those that follow.
      if (!parsed.success) return options.onError?.(parsed.error);
      // Cursors grow, and are of one length.
      await options.onNotification?.(parsed.data, parsed.data.cursor <= countedTo);
    },
    onHandled(cursor) {
      failures = 0;
      guard(() => options.onCursor?.(cursor));
      acknowledger.note(cursor);
    },
    onFailed(error) {
      options.onError?.(error);
      connection().comeBack(backOffMs(++failures));
    },
  });
  const counted = (cursor = "") => {
    countedTo = cursor;
  };
  return { queue, acknowledger, counted };
}

interface Parts {
  readonly options: LiveClientOptions;
  readonly guard: Guard;
  readonly queue: NotificationQueue<Arrived>;
  readonly rooms: WatchedRooms;
  /** The count of what is unread has everything up to this cursor. */
  readonly counted: (cursor: string | undefined) => void;
  readonly connection: LiveConnection;
}

/** The server takes all rooms or none; one that is not ours any more must not cost the others. */
async function watchAgain(connection: LiveConnection, rooms: readonly Room[]): Promise<void> {
  if ((await connection.ask("watch", { rooms: [...rooms] })) !== "no" || rooms.length === 1) return;
  for (const room of rooms) await connection.ask("watch", { rooms: [room] });
}

function onWelcome({ options, guard, queue, rooms, counted, connection }: Parts, welcome: Welcome, again: boolean): void {
  const { resume, cursor, unread } = welcome;
  if (resume === "reset" || (resume === "upToDate" && queue.cursor() === undefined)) {
    queue.moveTo(cursor);
    if (cursor !== undefined) guard(() => options.onCursor?.(cursor));
  }
  if (resume === "reset") guard(() => options.onReset?.());
  counted(cursor);
  guard(() => options.onUnread?.(unread));
  for (const portion of rooms.portions()) void watchAgain(connection, portion);
  if (again) guard(() => options.onReconnected?.());
}

function listen({ options, guard, queue, rooms, connection: { socket } }: Parts): void {
  socket.on("notification", (raw) => {
    const cursor = cursorOf(raw);
    if (cursor !== undefined) queue.add({ cursor, raw });
  });
  socket.on("changed", (raw) => {
    const changed = Changed.safeParse(raw);
    if (changed.success && rooms.has(changed.data.room)) guard(() => options.onChanged?.(changed.data));
  });
}

/**
 * A person's live connection: resumes from a cursor, hands notifications over once and in order, acknowledges them, watches
 * rooms over reconnects, renews its token, and comes back by itself. Works in browsers and in Node.
 */
export function createLiveClient(options: LiveClientOptions): LiveClient {
  const onError = options.onError ?? (() => {});
  const guard = guardedBy(onError);
  const rooms = createWatchedRooms();
  let welcomed = 0;
  const { queue, acknowledger, counted } = queueFor(options, guard, () => connection);
  const connection: LiveConnection = createLiveConnection({
    ...options,
    onError,
    cursor: queue.cursor,
    onStatus: (status) => guard(() => options.onStatus?.(status)),
    onRevoked: () => guard(() => options.onRevoked?.()),
    onWelcome: (welcome) => onWelcome(parts, welcome, welcomed++ > 0),
  });
  const parts = { options, guard, queue, rooms, counted, connection };
  listen(parts);

  return {
    start() {
      if (connection.status() === "stopped") void connection.connect();
    },
    async stop() {
      await queue.idle();
      acknowledger.flush();
      connection.end();
    },
    reconnectNow() {
      if (connection.status() === "waiting") void connection.connect();
    },
    async watch(...added) {
      rooms.add(added);
      const said = await connection.ask("watch", { rooms: added });
      if (said === "no") rooms.remove(added);
      return said === "yes";
    },
    unwatch(...removed) {
      const gone = rooms.remove(removed);
      if (gone.length > 0) void connection.ask("unwatch", { rooms: gone });
    },
    status: connection.status,
    cursor: queue.cursor,
  };
}
