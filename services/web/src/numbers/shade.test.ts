import { expect, test } from "vitest";
import { shadeOf } from "./shade.ts";

test.each([
  [0, 80, 0],
  [1, 80, 1],
  [20, 80, 1],
  [21, 80, 2],
  [80, 80, 4],
  [90, 80, 4],
  [1, 0, 4],
  [0, 0, 0],
])("%i of %i seats is shade %i", (taken, seats, shade) => expect(shadeOf(taken, seats)).toBe(shade));
