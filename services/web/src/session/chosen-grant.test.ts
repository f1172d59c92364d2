import { expect, test } from "vitest";
import { chosenGrant } from "./chosen-grant.ts";

const old = { fairId: "1", role: "buyer" } as const;
const exhibitor = { fairId: "2", role: "exhibitor" } as const;
const organizer = { fairId: "2", role: "organizer" } as const;

test("given grants at two fairs, when none was chosen, then the newest fair and its widest role are used", () => {
  expect(chosenGrant([old, exhibitor, organizer], null)).toBe(organizer);
});

test("given a chosen fair, when the person still has a role there, then it stays chosen, and else it does not", () => {
  expect(chosenGrant([old, exhibitor], "1")).toBe(old);
  expect(chosenGrant([old, exhibitor], "9")).toBe(exhibitor);
  expect(chosenGrant([], "1")).toBeUndefined();
});
