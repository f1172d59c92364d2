import { useState } from "react";
import { usePlace } from "../session/place.tsx";

function read(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/** Matches put off: no word to anybody, only lower down on this device. */
export function useLater() {
  const { fairId, person } = usePlace();
  const key = `rialto.later.${person.accountId}.${fairId}`;
  const [ids, setIds] = useState(() => read(key));
  // What is kept counts, not what this drawing knows: an undo comes seconds later.
  const keep = (change: (ids: readonly string[]) => readonly string[]) => {
    const next = change(read(key));
    localStorage.setItem(key, JSON.stringify(next));
    setIds(next);
  };
  return {
    isLater: (id: string) => ids.includes(id),
    putOff: (id: string) => keep((kept) => [...kept, id]),
    takeBack: (id: string) => keep((kept) => kept.filter((one) => one !== id)),
  };
}
