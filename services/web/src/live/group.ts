import type { LiveClient, LiveStatus } from "@rialto/client/live-types";
import type { Notification } from "@rialto/contracts/gateway/notifications";
import type { Changed, Room } from "@rialto/contracts/gateway/realtime";

/** What a connection has to say to every tab. */
export type News =
  | { readonly is: "notification"; readonly notification: Notification; readonly isCounted: boolean }
  | { readonly is: "changed"; readonly entity: Changed["entity"] }
  | { readonly is: "status"; readonly status: LiveStatus }
  | { readonly is: "unread"; readonly count: number }
  | { readonly is: "reconnected" }
  | { readonly is: "reset" };

type Word =
  | { readonly say: "news"; readonly news: News }
  /** Who leads now, with what everybody should know; tabs answer with the rooms they look at. */
  | { readonly say: "leads"; readonly known: readonly News[] }
  | { readonly say: "isThere" | "comeBack" }
  | { readonly say: "rooms"; readonly tab: string; readonly rooms: readonly Room[] };

type Connection = Pick<LiveClient, "start" | "stop" | "watch" | "unwatch" | "reconnectNow">;

export interface Member {
  watch(rooms: readonly Room[]): void;
  unwatch(rooms: readonly Room[]): void;
  /** Comes back at once instead of waiting; also finds out whether the leading tab still does its work. */
  comeBack(): void;
  /** Says something to all tabs, this one included. */
  tell(news: News): void;
  leave(): void;
}

interface Joining {
  /** Tabs of the same name share one connection. */
  readonly name: string;
  readonly open: (tell: (news: News) => void) => Promise<Connection>;
  readonly hear: (news: News) => void;
  /** How long a leading tab may take to answer before another one takes over. */
  readonly patienceMs?: number;
}

/** Takes and gives back rooms so that the connection watches those that any tab looks at. */
function exchange(connection: Connection, before: readonly Room[], after: readonly Room[]): void {
  // New ones first: what both look at is never let go.
  if (after.length > 0) void connection.watch(...after);
  if (before.length > 0) connection.unwatch(...before);
}

/**
 * The tabs of one person share one connection: whichever holds the lock has it and passes on what it hears. When that tab closes,
 * the next in line connects. A tab that the system has put to sleep holds its lock and says nothing: then it is taken from it.
 */
export function joinGroup({ name, open, hear, patienceMs = 2_000 }: Joining): Member {
  const tab = crypto.randomUUID();
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  const left = new Promise<void>((resolve) => leaving.signal.addEventListener("abort", () => resolve(), { once: true }));
  const say = (word: Word) => channel.postMessage(word);

  const mine: Room[] = [];
  const theirs = new Map<string, readonly Room[]>();
  const known = new Map<News["is"], News>();
  let isLeading = false;
  let isInLine = false;
  let hasFollowed = false;
  let connection: Connection | undefined;
  let doubt: ReturnType<typeof setTimeout> | undefined;

  const calm = () => {
    clearTimeout(doubt);
    doubt = undefined;
  };

  /** What a tab that comes later is told at once. */
  function note(news: News): void {
    if (news.is === "status" || news.is === "unread") known.set(news.is, news);
    const unread = known.get("unread");
    if (news.is === "notification" && !news.isCounted && unread?.is === "unread")
      known.set("unread", { is: "unread", count: unread.count + 1 });
  }

  function tell(news: News): void {
    note(news);
    if (!leaving.signal.aborted) say({ say: "news", news });
    hear(news);
  }

  const answer = () => say({ say: "leads", known: [...known.values()] });

  async function lead(): Promise<void> {
    isLeading = true;
    calm();
    answer();
    let isFirst = true;
    const opened = await open((news) => {
      if (!isLeading) return;
      tell(news);
      // While nobody led, changes may have passed unheard.
      if (news.is === "status" && news.status === "live" && isFirst) {
        isFirst = false;
        if (hasFollowed) tell({ is: "reconnected" });
      }
    });
    if (!isLeading) return void opened.stop();
    connection = opened;
    for (const rooms of [mine, ...theirs.values()]) if (rooms.length > 0) void opened.watch(...rooms);
    opened.start();
  }

  function resign(): void {
    const last = connection;
    [isLeading, hasFollowed, connection] = [false, true, undefined];
    theirs.clear();
    void last?.stop();
  }

  /** Waits in line for the lock, or takes it, and leads for as long as it is held. */
  async function stand(isTaking: boolean): Promise<void> {
    if (!isTaking && isInLine) return;
    if (!isTaking) isInLine = true;
    const options = isTaking ? { steal: true } : { signal: leaving.signal };
    const held = navigator.locks.request(name, options, async () => {
      if (!isTaking) isInLine = false;
      if (leaving.signal.aborted) return;
      await lead();
      await left;
    });
    await held.catch(() => undefined);
    resign();
    // Taken away, not left: somebody else leads now.
    if (!leaving.signal.aborted) void stand(false);
  }

  /** A tab is gone when the lock that it holds for all its life is free. */
  function forgetWhenGone(other: string): void {
    void navigator.locks
      .request(`${name} ${other}`, { signal: leaving.signal }, () => {
        const rooms = theirs.get(other) ?? [];
        theirs.delete(other);
        if (connection !== undefined && rooms.length > 0) connection.unwatch(...rooms);
      })
      .catch(() => undefined);
  }

  function takeRoomsOf(other: string, rooms: readonly Room[]): void {
    if (!isLeading) return;
    const before = theirs.get(other);
    if (before === undefined) forgetWhenGone(other);
    theirs.set(other, [...rooms]);
    if (connection !== undefined) exchange(connection, before ?? [], rooms);
  }

  /** Asks whether somebody leads; when nobody answers, this tab does. */
  function ask(): void {
    if (isLeading || doubt !== undefined) return;
    say({ say: "isThere" });
    doubt = setTimeout(() => {
      doubt = undefined;
      void stand(true);
    }, patienceMs);
  }

  const sayRooms = () => say({ say: "rooms", tab, rooms: mine });

  channel.onmessage = ({ data: word }: MessageEvent<Word>) => {
    switch (word.say) {
      case "news":
        note(word.news);
        return hear(word.news);
      case "leads":
        if (isLeading) return;
        calm();
        hasFollowed = true;
        for (const news of word.known) hear(news);
        return sayRooms();
      case "isThere":
        return isLeading ? answer() : undefined;
      case "comeBack":
        return connection?.reconnectNow();
      case "rooms":
        return takeRoomsOf(word.tab, word.rooms);
    }
  };

  // Held for life: whoever gets it knows that this tab is gone.
  void navigator.locks.request(`${name} ${tab}`, () => left);
  void stand(false);
  ask();

  return {
    watch(rooms) {
      mine.push(...rooms);
      if (connection !== undefined) void connection.watch(...rooms);
      else sayRooms();
    },
    unwatch(rooms) {
      for (const room of rooms) {
        const place = mine.indexOf(room);
        if (place >= 0) mine.splice(place, 1);
      }
      if (connection !== undefined) connection.unwatch(...rooms);
      else sayRooms();
    },
    comeBack() {
      if (connection !== undefined) return connection.reconnectNow();
      say({ say: "comeBack" });
      ask();
    },
    tell,
    leave() {
      calm();
      leaving.abort();
      channel.close();
    },
  };
}
