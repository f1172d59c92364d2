import { newId } from "@rialto/contracts/kernel/ids";
import { boothPlanned, boothsLaidOut } from "@rialto/contracts/venue/events";
import type { NewBooth } from "@rialto/contracts/venue/shapes";
import { given, givenEvents } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { anAvailableBooth, fairId, now } from "../../test/builders.ts";
import { noBooth } from "./booth.ts";
import { boothIdFor, layOutBooths } from "./lay-out-booths.ts";
import { evolveLayout, noLayout } from "./layout.ts";
import { planBooth } from "./plan-booth.ts";

const hallId = newId();
const zone = { zoneId: newId(), hallId, name: { en: "West" }, outline: { x: 0, y: 0, width: 40, depth: 40 } };
const booth = (code: string, x: number, overrides: Partial<NewBooth> = {}): NewBooth => ({
  zoneId: zone.zoneId,
  code,
  kind: "inline",
  outline: { x, y: 0, width: 3, depth: 3 },
  meetingCapacity: 2,
  ...overrides,
});
const command = (...booths: NewBooth[]) => ({ fairId, hallId, zones: [zone], booths, now });
const laidOut = (...booths: NewBooth[]) =>
  boothsLaidOut.draft({
    fairId,
    hallId,
    booths: booths.map((one) => ({ boothId: boothIdFor(fairId, one.code), ...one })),
    laidOutAt: now,
  });
const standing = (...booths: NewBooth[]) => givenEvents(evolveLayout, noLayout, [laidOut(...booths)]);

describe("layOutBooths", () => {
  test("a batch stands as a whole; booths may share walls", () => {
    const batch = [booth("A-1", 0), booth("A-2", 3)];
    given(noLayout)
      .when(layOutBooths, command(...batch))
      .then([laidOut(...batch)]);
  });

  test("what stands exactly so already is left out, so a batch can be sent again", () => {
    standing(booth("A-1", 0))
      .when(layOutBooths, command(booth("A-1", 0)))
      .thenNothing();
    standing(booth("A-1", 0))
      .when(layOutBooths, command(booth("A-1", 0), booth("A-2", 3)))
      .then([laidOut(booth("A-2", 3))]);
  });

  test("BOOTHS_NOT_PLANNABLE: every problem of the batch is named, with its place in it", () => {
    const elsewhere = booth("A-6", 12, { zoneId: newId() });
    const batch = [booth("A-2", 6), booth("A-3", 38), booth("A-2", 20), booth("A-4", 5), elsewhere, booth("A-1", 30)];
    standing(booth("A-1", 0))
      .when(layOutBooths, command(...batch))
      .thenRefused("BOOTHS_NOT_PLANNABLE", {
        booths: [
          { index: 1, code: "A-3", problem: "outsideZone" },
          { index: 2, code: "A-2", problem: "codeTaken", with: "A-2" },
          { index: 3, code: "A-4", problem: "overlaps", with: "A-2" },
          { index: 4, code: "A-6", problem: "zoneNotInHall" },
          { index: 5, code: "A-1", problem: "codeTaken", with: "A-1" },
        ],
      });
  });

  test("PLAN_IS_FULL: more than a thousand booths in a hall", () => {
    const wide = { ...zone, outline: { x: 0, y: 0, width: 2_000, depth: 40 } };
    const small = (index: number) => booth(`A-${index}`, index, { outline: { x: index, y: 0, width: 1, depth: 1 } });
    const thousand = Array.from({ length: 1_000 }, (_, index) => small(index));
    const full = [0, 200, 400, 600, 800].map((from) => laidOut(...thousand.slice(from, from + 200)));
    givenEvents(evolveLayout, noLayout, full)
      .when(layOutBooths, { ...command(small(1_001)), zones: [wide] })
      .thenRefused("PLAN_IS_FULL");
  });
});

describe("planBooth", () => {
  const [one] = laidOut(booth("A-1", 0)).data.booths;
  if (one === undefined) throw new Error("a laid out booth is missing");

  test("a laid out booth becomes available once", () => {
    const planned = boothPlanned.draft({ ...one, fairId, hallId, plannedAt: now });
    given(noBooth).when(planBooth, { fairId, hallId, booth: one, now }).then([planned]);
    given(anAvailableBooth()).when(planBooth, { fairId, hallId, booth: one, now }).thenNothing();
  });
});
