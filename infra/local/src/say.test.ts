import { expect, test } from "vitest";
import { Problem, sentenceOf } from "./problem.ts";
import type { Report } from "./process/supervise.ts";
import { linesOfReport } from "./say.ts";

const died: Omit<Extract<Report, { kind: "died" }>, "next"> = {
  kind: "died",
  name: "venue",
  exit: { code: null, signal: "SIGKILL" },
  lines: ["the last line"],
  logFile: "venue.log",
};

test("given a death that is borne, when told, then the lines say who, how, what next and the end of the log", () => {
  expect(linesOfReport({ ...died, next: { kind: "restart", delayMs: 500 } })).toEqual([
    "venue was ended by SIGKILL unexpectedly: starting it again in 0.5 s. The end of venue.log:",
    "  | the last line",
  ]);
});

test("given a line of a whole database query at the end of the log, when told, then it is cut short", () => {
  const lines = ["x".repeat(9_000)];
  const [, line] = linesOfReport({ ...died, lines, next: { kind: "restart", delayMs: 500 } });
  expect(line).toBe(`  | ${"x".repeat(240)} ...`);
});

test("given one death too many, when told, then the lines say that it is given up", () => {
  const [first] = linesOfReport({ ...died, exit: { code: 78, signal: null }, next: { kind: "giveUp", deaths: 5 } });
  expect(first).toBe("venue ended with code 78 unexpectedly: it died 5 times and is given up. The end of venue.log:");
});

test("DISK_FULL: given an ENOSPC from anywhere, when told, then the sentence says what to do", () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  expect(sentenceOf(full)).toMatch(/no space left .* Free at least 1 GB/);
  expect(sentenceOf(new Error("pip: [Errno 28] No space left on device"))).toBe(sentenceOf(full));
});

test("given a Problem, when told, then its sentence stands as it is", () => {
  expect(sentenceOf(new Problem("ANY", "Do this."))).toBe("Do this.");
});
