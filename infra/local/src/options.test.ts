import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("given no arguments, when read, then the fair is of reference size and keeps its data", () => {
  expect(readOptions([])).toEqual({ fresh: false, scale: 1, seed: true, help: false, stateDir: undefined });
});

test("given all arguments, when read, then all count", () => {
  const options = readOptions(["--fresh", "--scale", "10", "--no-seed", "--state", "/elsewhere"]);
  expect(options).toEqual({ fresh: true, scale: 10, seed: false, help: false, stateDir: "/elsewhere" });
});

test.each(["0", "1.5", "21", "big", ""])(
  "SCALE_INVALID: given --scale %j, when read, then it is refused in one sentence",
  (scale) => {
    expect(() => readOptions(["--scale", scale])).toThrow(`--scale takes a whole number from 1 to 20, not "${scale}".`);
  },
);

test("OPTION_UNKNOWN: given a misspelt option, when read, then the refusal shows what is possible", () => {
  expect(() => readOptions(["--frehs"])).toThrow(/--frehs[\s\S]*--fresh/);
});
