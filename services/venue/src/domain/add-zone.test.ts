import { newId } from "@rialto/contracts/kernel/ids";
import { hallAdded, zoneAdded } from "@rialto/contracts/venue/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { aFair, fairId, now } from "../../test/builders.ts";
import { addHall } from "./add-hall.ts";
import { addZone } from "./add-zone.ts";
import { noFair } from "./fair.ts";

const hall = { hallId: newId(), name: { en: "Ground floor" }, width: 120, depth: 80 };
const zone = { zoneId: newId(), hallId: hall.hallId, name: { en: "West" }, outline: { x: 0, y: 0, width: 40, depth: 80 } };
const withHall = aFair({ halls: [hall] });
const withZone = aFair({ halls: [hall], zones: [zone] });
const another = (outline: typeof zone.outline) => ({ ...zone, zoneId: newId(), outline, now });

describe("addHall", () => {
  test("a hall is added once", () => {
    given(aFair())
      .when(addHall, { ...hall, now })
      .then([hallAdded.draft({ ...hall, fairId, addedAt: now })]);
    given(withHall)
      .when(addHall, { ...hall, now })
      .thenNothing();
  });

  test("FAIR_NOT_PLANNED", () => {
    given(noFair)
      .when(addHall, { ...hall, now })
      .thenRefused("FAIR_NOT_PLANNED");
  });

  test("PLAN_IS_FULL: twenty halls", () => {
    const halls = Array.from({ length: 20 }, () => ({ ...hall, hallId: newId() }));
    given(aFair({ halls }))
      .when(addHall, { ...hall, now })
      .thenRefused("PLAN_IS_FULL");
  });
});

describe("addZone", () => {
  test("a zone is added once", () => {
    given(withHall)
      .when(addZone, { ...zone, now })
      .then([zoneAdded.draft({ ...zone, fairId, addedAt: now })]);
    given(withZone)
      .when(addZone, { ...zone, now })
      .thenNothing();
  });

  test("zones may share a wall, and may lie over each other in different halls", () => {
    const neighbour = another({ x: 40, y: 0, width: 80, depth: 80 });
    given(withZone)
      .when(addZone, neighbour)
      .then([zoneAdded.draft({ ...withoutNow(neighbour), fairId, addedAt: now })]);
    const upstairs = { ...hall, hallId: newId() };
    const above = { ...another(zone.outline), hallId: upstairs.hallId };
    const fair = aFair({ halls: [hall, upstairs], zones: [zone] });
    given(fair)
      .when(addZone, above)
      .then([zoneAdded.draft({ ...withoutNow(above), fairId, addedAt: now })]);
  });

  test("HALL_NOT_FOUND", () => {
    given(aFair())
      .when(addZone, { ...zone, now })
      .thenRefused("HALL_NOT_FOUND");
  });

  test("ZONE_OUTSIDE_HALL: by a hand's breadth", () => {
    given(withHall)
      .when(addZone, another({ x: 80.1, y: 0, width: 40, depth: 80 }))
      .thenRefused("ZONE_OUTSIDE_HALL");
  });

  test("ZONES_OVERLAP: and the answer names the zone in the way", () => {
    given(withZone)
      .when(addZone, another({ x: 39.9, y: 10, width: 10, depth: 10 }))
      .thenRefused("ZONES_OVERLAP", { zoneId: zone.zoneId });
  });

  test("PLAN_IS_FULL: a hundred zones", () => {
    const zones = Array.from({ length: 100 }, () => ({ ...zone, zoneId: newId() }));
    given(aFair({ halls: [hall], zones }))
      .when(addZone, another(zone.outline))
      .thenRefused("PLAN_IS_FULL");
  });
});

const withoutNow = <Command extends { now: string }>({ now: _, ...rest }: Command) => rest;
