import { useEffect, useRef, useState } from "react";
import type { PlacedBooth } from "../floor/booths.ts";
import { type Held, heldBy, ranOut } from "./holds.ts";

/** The booth whose hold ran out while one was looking, until it is put away. */
export function useRanOut(booths: readonly PlacedBooth[], organizationId: string | undefined) {
  const before = useRef<Held>(new Map());
  const [boothId, tell] = useState<string>();
  useEffect(() => {
    const ended = ranOut(before.current, booths, organizationId, Date.now());
    before.current = heldBy(booths, organizationId);
    if (ended !== undefined) tell(ended);
  }, [booths, organizationId]);
  return { booth: booths.find((booth) => booth.boothId === boothId), putAway: () => tell(undefined) };
}
