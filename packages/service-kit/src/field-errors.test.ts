import { line } from "@rialto/contracts/kernel/values";
import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./field-errors.ts";

const Everything = z.strictObject({
  text: z.string().min(2),
  many: z.array(z.string()).min(1),
  count: z.int().max(5),
  share: z.number().gt(0).lt(1),
  step: z.number().multipleOf(5),
  id: z.uuid(),
  at: z.iso.datetime(),
  code: z.string().regex(/^[A-Z]{2}$/),
  kind: z.enum(["a", "b"]),
  either: z.union([z.string(), z.number()]),
  shape: z.discriminatedUnion("kind", [z.object({ kind: z.literal("x") })]),
  name: line(5),
  own: z.string().refine(() => false, "needs something special"),
  map: z.record(z.uuid(), z.string()),
});

test("every kind of issue has a stable code and a sentence in both languages", () => {
  const wrong = {
    text: "a",
    many: [],
    count: 6,
    share: 1,
    step: 3,
    id: "x",
    at: "soon",
    code: "abc",
    kind: "c",
    either: true,
    shape: { kind: "y" },
    name: "a\u0007",
    own: "",
    map: { a: "b" },
    extra: 1,
  };
  const errors = fieldErrors("body", Everything.safeParse(wrong, { reportInput: true }).error ?? new z.ZodError([]));
  expect(errors.map(({ field, code, message }) => [field, code, message.en, message.zh])).toMatchInlineSnapshot(`
    [
      [
        "text",
        "TOO_SHORT",
        "must be at least 2 characters",
        "不能少于 2 个字符",
      ],
      [
        "many",
        "EMPTY",
        "must not be empty",
        "不能为空",
      ],
      [
        "count",
        "TOO_LARGE",
        "must be at most 5",
        "不能超过 5",
      ],
      [
        "share",
        "TOO_LARGE",
        "must be less than 1",
        "必须小于 1",
      ],
      [
        "step",
        "NOT_ALLOWED",
        "must be a multiple of 5",
        "必须是 5 的倍数",
      ],
      [
        "id",
        "WRONG_FORMAT",
        "must be an identifier (UUID)",
        "必须是标识符（UUID）",
      ],
      [
        "at",
        "WRONG_FORMAT",
        "must be an instant in UTC such as 2026-09-01T10:05:00Z",
        "必须是 UTC 时间，例如 2026-09-01T10:05:00Z",
      ],
      [
        "code",
        "WRONG_FORMAT",
        "does not have the expected form",
        "格式不正确",
      ],
      [
        "kind",
        "NOT_ALLOWED",
        "must be one of: a, b",
        "必须是以下之一：a, b",
      ],
      [
        "either",
        "WRONG_FORMAT",
        "does not have the expected form",
        "格式不正确",
      ],
      [
        "shape.kind",
        "WRONG_FORMAT",
        "does not have the expected form",
        "格式不正确",
      ],
      [
        "name",
        "WRONG_FORMAT",
        "must not contain control characters",
        "不能包含控制字符",
      ],
      [
        "own",
        "NOT_ALLOWED",
        "needs something special",
        "不符合要求",
      ],
      [
        "map.a",
        "WRONG_FORMAT",
        "does not have the expected form",
        "格式不正确",
      ],
      [
        "extra",
        "UNKNOWN_FIELD",
        "is not a field of this request",
        "不是该请求的字段",
      ],
    ]
  `);
});

test("errors are bounded, however many fields are wrong and however long their names", () => {
  const body = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`${"x".repeat(500)}${i}`, i]));
  const errors = fieldErrors("body", z.strictObject({}).safeParse(body).error ?? new z.ZodError([]));
  expect(errors).toHaveLength(50);
  expect(errors.every(({ field }) => field.length <= 103)).toBe(true);
});
