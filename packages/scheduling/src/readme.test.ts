import { readdir, readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import type { ReasonCode } from "./explain/reason.ts";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

test("the example of the README runs and does what it says", async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readme)![1]!;
  const body = stripTypeScriptTypes(example).replaceAll(
    /import (\{.*\}) from "@rialto\/scheduling\/(.*)";/g,
    (_, names: string, path: string) => `const ${names} = await load(${JSON.stringify(path)});`,
  );
  const load = (path: string) => import(new URL(`./${path}.ts`, import.meta.url).href);
  const AsyncFunction: FunctionConstructor = Object.getPrototypeOf(async () => {}).constructor;
  const run = new AsyncFunction("load", "console", `${body}; return { status, placements, value, bound, moved, dropped, free };`);
  const lines: unknown[] = [];
  const result = await run(load, { log: (...line: unknown[]) => lines.push(line) });
  expect(result).toMatchObject({ status: "optimal", value: 6, bound: 6, dropped: [], free: [] });
  expect(result.placements).toHaveLength(2);
  expect(result.moved).toHaveLength(1);
  expect(lines.length).toBeGreaterThan(0);
});

test("every reason is in the README", () => {
  const codes: Record<ReasonCode, true> = {
    EXCLUDED: true,
    NO_OWN_SLOT: true,
    NEVER_AVAILABLE: true,
    NO_COMMON_SLOT: true,
    LOCATION_CLOSED: true,
    WAITS_FOR_OTHER: true,
    ORDER_LEAVES_NO_SLOT: true,
    PARTY_FULL: true,
    BOTH_FULL: true,
    ENGAGED_IN_TURN: true,
    LOCATION_FULL: true,
    LIMIT_PER_DAY: true,
    LIMIT_IN_A_ROW: true,
    WALKING: true,
    NOT_TRIED: true,
    CANCELLED: true,
    GAVE_WAY: true,
    PINNED_IMPOSSIBLE: true,
  };
  expect(Object.keys(codes).filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
});

test("every guarantee names tests that exist", async () => {
  const rows = readme.split("\n").filter((line) => /^\| .* \| (`[a-z.-]+`(, )?)+ \|$/.test(line));
  const names = rows.flatMap((row) =>
    [
      ...row
        .split("|")
        .at(-2)!
        .matchAll(/`([a-z.-]+)`/g),
    ].map((match) => match[1]!),
  );
  expect(rows.length).toBeGreaterThan(8);
  const files = await readdir(new URL(".", import.meta.url), { recursive: true });
  expect(names.filter((name) => !files.some((file) => file.endsWith(`${name}.test.ts`)))).toEqual([]);
});
