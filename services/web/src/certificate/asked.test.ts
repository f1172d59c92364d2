import { expect, test } from "vitest";
import { addressOf, askedBy, asPrinted } from "./asked.ts";

test("given hostile addresses, when they are read, then they are malformed or plain text, and never an error", () => {
  expect(askedBy("x".repeat(10_000), null)).toEqual({ is: "malformed" });
  expect(askedBy("\u0000", null)).toEqual({ is: "malformed" });
  expect(askedBy("\ud800", null)).toEqual({ is: "malformed" });
  expect(askedBy("<script>alert(1)</script>", null)).toMatchObject({ is: "code" });
  expect(askedBy(" ", null)).toEqual({ is: "nothing" });
  expect(askedBy(undefined, null)).toEqual({ is: "nothing" });
});

test("given a damaged seal in the address, when it is read, then the code is checked without it, and that is known", () => {
  expect(askedBy("K7QM", "../../etc")).toEqual({ is: "code", code: "K7QM", head: undefined, isHeadDamaged: true });
  expect(askedBy("K7QM", "9f86d081")).toMatchObject({ head: "9f86d081", isHeadDamaged: false });
});

test("given a code as it was typed, when it is shown, then it reads as printed", () => {
  expect(asPrinted("k7qm 3xzp9tra-w2hd")).toBe("K7QM-3XZP-9TRA-W2HD");
  expect(addressOf("https://fair.example", "K7QM-3XZP-9TRA-W2HD", "ab".repeat(32))).toBe(
    "https://fair.example/certificate/K7QM-3XZP-9TRA-W2HD?head=abababababababab",
  );
});
