import { useMemo } from "react";
import { usePlace } from "../session/place.tsx";
import { fairDays } from "./fair-days.ts";

/** The fair's day of each slot, by its id. */
export function useFairDays(): ReadonlyMap<string, number> {
  const { fair } = usePlace();
  return useMemo(() => fairDays(fair.slots), [fair.slots]);
}
