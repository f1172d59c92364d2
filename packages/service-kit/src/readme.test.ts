import { readFile } from "node:fs/promises";
import { generalRefusals, internalError } from "@rialto/contracts/kernel/general-refusals";
import { expect, test } from "vitest";
import { serviceConfig } from "./config.ts";

// Tables are padded by the formatter.
const readme = (await readFile(new URL("../README.md", import.meta.url), "utf8")).replaceAll(/ +/g, " ");

test("every general refusal is explained in the README", () => {
  const codes = [...Object.keys(generalRefusals), internalError.code];
  expect(codes.filter((code) => !readme.includes(code))).toEqual([]);
});

test("every setting is explained in the README, with its true default", () => {
  const { shape } = serviceConfig("x", 1);
  expect(Object.keys(shape).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  expect(readme).toContain(`| \`SHUTDOWN_SECONDS\` | ${shape.SHUTDOWN_SECONDS.parse(undefined)} |`);
  expect(readme).toContain(`| ${shape.RATE_LIMIT_PER_MINUTE.parse(undefined)}, ${shape.RATE_LIMIT_FACTOR.parse(undefined)} |`);
});
