import { expect, test } from "vitest";
import { kept, zoomed } from "./use-view.ts";

const whole = { x: 0, y: 0, width: 120, height: 60 };

test("given a point on the plan, when zooming in, then the point stays under the finger", () => {
  const view = zoomed(whole, whole, 0.5, { x: 30, y: 15 });
  expect(view).toEqual({ x: 15, y: 7.5, width: 60, height: 30 });
  expect((30 - view.x) / view.width).toBe(30 / whole.width);
});

test("given any zoom and drag, when done, then the plan is not lost from sight", () => {
  expect(zoomed(whole, whole, 9, { x: 100, y: 50 })).toEqual(whole);
  expect(zoomed(whole, whole, 0.000_1, { x: 60, y: 30 }).width).toBeCloseTo(9.6);
  expect(kept({ x: -500, y: 900, width: 60, height: 30 }, whole)).toEqual({ x: 0, y: 30, width: 60, height: 30 });
});
