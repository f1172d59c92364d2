import { expect, test } from "vitest";
import { ceremonyToShow, type Listed } from "./choose.ts";

const listed = (ceremonyId: string, status: Listed["status"]): Listed => ({
  ceremonyId,
  status,
  title: { en: ceremonyId },
  stage: { en: "Main stage" },
  startsAt: "2026-09-01T07:00:00.000Z",
});

test("given one on stage, when the screen asks, then it is that one, the followed one first", () => {
  const all = [listed("a", "completed"), listed("b", "onStage"), listed("c", "onStage")];
  expect(ceremonyToShow(all, undefined)?.ceremonyId).toBe("b");
  expect(ceremonyToShow(all, "c")?.ceremonyId).toBe("c");
  expect(ceremonyToShow(all, "a")?.ceremonyId).toBe("b");
});

test("given none on stage, when one has just ended, then its last picture stays, and else the next one is announced", () => {
  const all = [listed("a", "completed"), listed("b", "planned")];
  expect(ceremonyToShow(all, "a")?.ceremonyId).toBe("a");
  expect(ceremonyToShow(all, undefined)?.ceremonyId).toBe("b");
  expect(ceremonyToShow([], undefined)).toBeUndefined();
});
