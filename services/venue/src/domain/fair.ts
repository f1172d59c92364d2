import type { DraftOf } from "@rialto/contracts/kernel/event";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import {
  type FairRules,
  fairPlanned,
  fairRulesChanged,
  hallAdded,
  type TimeSlot,
  zoneAdded,
} from "@rialto/contracts/venue/events";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import type { Rectangle } from "./rectangle.ts";

export interface Hall {
  readonly hallId: string;
  readonly name: LocalizedName;
  readonly width: number;
  readonly depth: number;
}

export interface Zone {
  readonly zoneId: string;
  readonly hallId: string;
  readonly name: LocalizedName;
  readonly outline: Rectangle;
}

export interface PlannedFair {
  readonly status: "planned";
  readonly id: string;
  readonly name: LocalizedName;
  readonly place: LocalizedName;
  readonly timeZone: string;
  readonly rules: FairRules;
  readonly slots: readonly TimeSlot[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly halls: readonly Hall[];
  readonly zones: readonly Zone[];
}
export type Fair = { readonly status: "none" } | PlannedFair;

export const fairDefinitions = [fairPlanned, fairRulesChanged, hallAdded, zoneAdded] as const;
export type FairEvent = DraftOf<(typeof fairDefinitions)[number]>;

export const noFair: Fair = { status: "none" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

type Planned = DraftOf<typeof fairPlanned>["data"];
const planned = ({ fairId, name, place, timeZone, rules, slots }: Planned): PlannedFair => ({
  status: "planned",
  id: fairId,
  name,
  place,
  timeZone,
  rules,
  slots,
  startsAt: slots[0]?.startsAt ?? "",
  endsAt: slots.at(-1)?.endsAt ?? "",
  halls: [],
  zones: [],
});

export function evolveFair(state: Fair, event: FairEvent): Fair {
  if (event.type === fairPlanned.type) return planned(event.data);
  if (state.status === "none") return state;
  switch (event.type) {
    case fairRulesChanged.type:
      return { ...state, rules: event.data.rules };
    case hallAdded.type: {
      const { hallId, name, width, depth } = event.data;
      return { ...state, halls: [...state.halls, { hallId, name, width, depth }] };
    }
    case zoneAdded.type: {
      const { zoneId, hallId, name, outline } = event.data;
      return { ...state, zones: [...state.zones, { zoneId, hallId, name, outline }] };
    }
    default:
      return unhandled(event);
  }
}

export function mustBePlanned(state: Fair): PlannedFair {
  if (state.status === "none") throw refuseInVenue("FAIR_NOT_PLANNED");
  return state;
}

export function hallOf({ halls }: PlannedFair, hallId: string): Hall {
  const hall = halls.find((one) => one.hallId === hallId);
  if (hall === undefined) throw refuseInVenue("HALL_NOT_FOUND");
  return hall;
}
