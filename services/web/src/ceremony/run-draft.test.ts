import { RunOfShowItemInput } from "@rialto/contracts/ceremonies/shapes";
import { expect, test } from "vitest";
import { draftOf, inputOf, isComplete, isSame, moved, newItem } from "./run-draft.ts";
import type { Item } from "./show.ts";

const id = (last: number) => `0192d3a0-0000-7000-8000-00000000000${last}`;
const texts = { en: "All together", zh: "" };
const kinds: readonly Item["kind"][] = ["signing", "plaqueConferral", "speech", "photo"];

test.each(kinds)(
  "given a new %s, when nothing is written in it, then it cannot be sent; filled in, it is what the service takes",
  (kind) => {
    const empty = newItem(kind, "a");
    expect(isComplete(empty)).toBe(false);
    const full = { ...empty, title: texts, speaker: texts, conferrer: texts, recipients: [texts], agreementId: id(1) };
    expect(isComplete(full)).toBe(true);
    expect(RunOfShowItemInput.safeParse(inputOf(full)).error).toBeUndefined();
  },
);

test("given a run of show, when it is opened and not changed, then it is the same, and its items keep their ids", () => {
  const items: Item[] = [{ itemId: id(2), kind: "photo", step: "queued", minutes: 3, title: { en: "All together" } }];
  const draft = draftOf({ items });
  expect(inputOf(draft[0] as (typeof draft)[number])).toEqual({
    kind: "photo",
    itemId: id(2),
    minutes: 3,
    title: { en: "All together" },
  });
  expect(isSame(draft, draftOf({ items }))).toBe(true);
  expect(
    isSame(
      draft,
      draft.map((one) => ({ ...one, minutes: 4 })),
    ),
  ).toBe(false);
});

test("given three items, when one is moved, then the others keep their order and an end is an end", () => {
  const three = ["a", "b", "c"].map((key) => newItem("photo", key));
  const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key).join("");
  expect(keys(moved(three, 2, -1))).toBe("acb");
  expect(keys(moved(three, 0, 1))).toBe("bac");
  expect(keys(moved(three, 0, -1))).toBe("abc");
});

test("given a plaque with an empty line among its recipients, when it is sent, then the line is left out", () => {
  const plaque = { ...newItem("plaqueConferral", "a"), title: texts, conferrer: texts, recipients: [texts, { en: " ", zh: "" }] };
  expect(inputOf(plaque)).toMatchObject({ recipients: [{ en: "All together" }] });
});
