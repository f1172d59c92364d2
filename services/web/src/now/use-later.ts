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
  const keep = (next: readonly string[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setIds(next);
  };
  return {
    isLater: (id: string) => ids.includes(id),
    putOff: (id: string) => keep([...ids, id]),
    takeBack: (id: string) => keep(ids.filter((one) => one !== id)),
  };
}
