import { expect, test } from "vitest";
import { roomOf } from "./room-of.ts";

const exhibitor = { side: "exhibitor" as const, slots: 10, people: 2, taken: 0 };
const buyer = { ...exhibitor, side: "buyer" as const };

test("a seat for each slot and person, less what is taken, in steps of four until few are left", () => {
  expect([0, 1, 3, 4, 16, 17, 19, 20, 25].map((taken) => roomOf({ ...exhibitor, taken }))).toEqual([
    20, 20, 20, 16, 4, 3, 1, 0, 0,
  ]);
});

test("one person is expected before anybody was heard of; a fair that is not known yet limits nobody", () => {
  expect(roomOf({ ...exhibitor, people: 0 })).toBe(12);
  expect(roomOf({ ...exhibitor, slots: undefined })).toBeUndefined();
});

test("a buyer's room counts when it gets scarce, an exhibitor's always", () => {
  expect([36, 37].map((slots) => roomOf({ ...buyer, people: 1, slots }))).toEqual([36, undefined]);
  expect(roomOf({ ...buyer, people: 1, slots: 48, taken: 12 })).toBe(36);
  expect(roomOf({ ...exhibitor, people: 4, slots: 48 })).toBe(192);
});
