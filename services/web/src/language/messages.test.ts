import { expect, test } from "vitest";
import en from "./messages/en/index.ts";
import zh from "./messages/zh/index.ts";

type Messages = { readonly [key: string]: string | Messages };

/** Every message by its whole key, its plural forms under one. */
function* flat(messages: Messages, prefix = ""): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "string") yield [`${prefix}${key.replace(/_(one|other)$/, "")}`, value];
    else yield* flat(value, `${prefix}${key}.`);
  }
}

const gapsOf = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, gap]) => gap).toSorted();
const english = new Map(flat(en));
const chinese = new Map(flat(zh));

test("both languages say the same things", () => {
  expect([...chinese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
});

test("no message is empty, and each has the same gaps in both languages", () => {
  for (const [key, text] of english) {
    expect(text.trim(), key).not.toBe("");
    expect(chinese.get(key)?.trim(), key).not.toBe("");
    expect(gapsOf(chinese.get(key) ?? ""), key).toEqual(gapsOf(text));
  }
});

test("what is counted has both English forms", () => {
  const keys = new Set([...flatKeys(en)]);
  for (const key of keys) {
    if (key.endsWith("_one")) expect(keys).toContain(key.replace(/_one$/, "_other"));
    if (key.endsWith("_other")) expect(keys).toContain(key.replace(/_other$/, "_one"));
  }
});

function* flatKeys(messages: Messages, prefix = ""): Generator<string> {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "string") yield prefix + key;
    else yield* flatKeys(value, `${prefix}${key}.`);
  }
}
