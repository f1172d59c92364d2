import { expect, test } from "vitest";
import { wordsOf } from "./lines.ts";

const words = { name: (text: { en?: string | undefined }) => text.en ?? "", time: String };
const other = (en: string) =>
  wordsOf({ kind: "meetingRequestDeclined", meetingId: "m", other: { organizationId: "o", name: { en } } } as never, words).other;

test("given a name that turns text around, when it stands in a sentence, then only the name is turned", () => {
  expect(other("Plain Looms")).toBe("Plain Looms");
  expect(other("\u202eevil")).toBe("\u2068\u202eevil\u2069");
  expect(other("מסחר")).toBe("\u2068מסחר\u2069");
});
