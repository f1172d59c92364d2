import { type Room, roomName } from "@rialto/contracts/gateway/realtime";
import { useEffect } from "react";
import { watch } from "./live.ts";

/** While the screen is open, what changes in these rooms is followed. */
export function useRooms(...rooms: (Room | undefined)[]): void {
  const wanted = rooms.filter((room) => room !== undefined);
  const names = wanted.map(roomName).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names say which rooms; the array is new at each drawing
  useEffect(() => (names === "" ? undefined : watch(wanted)), [names]);
}
