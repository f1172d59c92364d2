import type { Stored } from "@rialto/persistence/store.types";
import { type Fair, mustBePlanned } from "../domain/fair.ts";

export function presentFair({ version, state }: Stored<Fair>) {
  const { id, name, place, timeZone, rules, slots, halls, zones } = mustBePlanned(state);
  return { fairId: id, version, name, place, timeZone, rules, slots: [...slots], halls: [...halls], zones: [...zones] };
}
