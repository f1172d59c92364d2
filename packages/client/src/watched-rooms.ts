import { type Room, roomName } from "@rialto/contracts/gateway/realtime";

const AT_ONCE = 50;

export type WatchedRooms = ReturnType<typeof createWatchedRooms>;

/** The rooms somebody looks at, each once however often it is asked for. */
export function createWatchedRooms() {
  const rooms = new Map<string, { readonly room: Room; count: number }>();
  return {
    add(added: readonly Room[]): void {
      for (const room of added) {
        const known = rooms.get(roomName(room));
        if (known === undefined) rooms.set(roomName(room), { room, count: 1 });
        else known.count++;
      }
    },
    /** Returns those that nobody looks at any more. */
    remove(removed: readonly Room[]): Room[] {
      return removed.filter((room) => {
        const known = rooms.get(roomName(room));
        if (known === undefined || --known.count > 0) return false;
        return rooms.delete(roomName(room));
      });
    },
    has: (room: Room): boolean => rooms.has(roomName(room)),
    /** All of them, in portions that the server takes. */
    portions(): Room[][] {
      const all = [...rooms.values()].map(({ room }) => room);
      return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
    },
  };
}
