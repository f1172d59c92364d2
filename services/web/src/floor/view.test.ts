import { expect, test } from "vitest";
import { filling, kept, lookOf, revealing, viewOf, whole, zoomed } from "./view.ts";

const hall = { x: 0, y: 0, width: 120, height: 60 };

test("given a point on the plan, when zooming in, then the point stays under the finger", () => {
  const view = zoomed(hall, hall, 0.5, { x: 30, y: 15 });
  expect(view).toEqual({ x: 15, y: 7.5, width: 60, height: 30 });
  expect((30 - view.x) / view.width).toBe(30 / hall.width);
});

test("given any zoom and drag, when done, then the plan is not lost from sight", () => {
  expect(zoomed(hall, hall, 9, { x: 100, y: 50 })).toEqual(hall);
  expect(zoomed(hall, hall, 0.000_1, { x: 60, y: 30 }).width).toBeCloseTo(9.6);
  expect(kept({ x: -500, y: 900, width: 60, height: 30 }, hall)).toEqual({ x: 0, y: 30, width: 60, height: 30 });
});

test("given a frame of another shape, when the whole hall is shown, then it stands in the middle and nothing is cut off", () => {
  expect(whole(hall, 1)).toEqual({ x: 0, y: -30, width: 120, height: 120 });
  expect(whole(hall, 4)).toEqual({ x: -60, y: 0, width: 240, height: 60 });
});

test("given a narrow frame, when it is filled, then it shows the hall's beginning without empty edges", () => {
  expect(filling(hall, 1)).toEqual({ x: 0, y: 0, width: 60, height: 60 });
});

test("given a close look, when the frame gets another size, then the same middle is seen as close as before", () => {
  const look = lookOf({ x: 30, y: 15, width: 60, height: 30 }, hall);
  expect(viewOf(look, hall, 2)).toEqual({ x: 30, y: 15, width: 60, height: 30 });
  expect(viewOf(look, hall, 1)).toEqual({ x: 30, y: 0, width: 60, height: 60 });
});

test("given a booth outside of what is seen, when it is walked to, then the view follows, and else stays", () => {
  const view = { x: 0, y: 0, width: 60, height: 30 };
  expect(revealing(view, hall, [80, 4, 4, 4])).toEqual({ ...view, x: 26 });
  expect(revealing(view, hall, [10, 4, 4, 4])).toEqual(view);
});
