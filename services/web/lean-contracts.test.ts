import { parseAst } from "vite";
import { expect, test } from "vitest";
import { lean } from "./lean-contracts.ts";

const leaned = (code: string) => lean(code, parseAst(code) as never);

test("given a declaration, when it is made lean, then what no screen reads is gone and the rest stays", () => {
  const code = `export const ask = defineOperation({ id: "ask", summary: "Asks, politely", body: z.object({ example: z.string() }), example: { body: {} } });`;
  const result = leaned(code);
  expect(result).toContain(`id: "ask"`);
  expect(result).toContain("z.object({ example: z.string() })");
  expect(result).not.toMatch(/politely|body: \{\}/);
  expect(() => parseAst(result)).not.toThrow();
});

test("given constants that are made by calls, when they are made lean, then each may be left out", () => {
  const result = leaned(
    "const { a, ...rest } = heard.example;\nexport const made = [rest, z.array(a)];\nexport const f = () => made;",
  );
  expect(result).toContain("= /* @__PURE__ */ (() => (heard.example))();");
  expect(result).toContain("made = /* @__PURE__ */ (() => ([rest, z.array(a)]))();");
  expect(result).toContain("f = () => made;");
});

test("given something else that has an example, when it is made lean, then it keeps it", () => {
  expect(leaned("export const other = describe({ example: 1 });")).toContain("example: 1");
});
