import { defineOperation } from "@rialto/contracts/kernel/operation";
import { anyone } from "@rialto/contracts/kernel/policy";
import { CountryCode, HsCode, LocalizedName, Money, prose, Tag } from "@rialto/contracts/kernel/values";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { route } from "./route.ts";
import { startTestApp, type TestApp } from "./testing/test-app.ts";

const Everything = z.strictObject({
  name: LocalizedName,
  text: prose(200),
  country: CountryCode,
  hsCode: HsCode,
  tags: z.array(Tag).max(5),
  price: Money.optional(),
  kind: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("a"), n: z.int().min(0).max(9) }),
    z.strictObject({ kind: z.literal("b"), map: z.record(z.uuid(), z.string().max(5)) }),
  ]),
});

const take = defineOperation({
  id: "take",
  context: "toys",
  method: "post",
  path: "/take",
  summary: "Takes everything",
  policy: anyone,
  body: Everything,
  result: z.object({ taken: z.literal(true) }),
  example: { result: { taken: true } },
});

const good = {
  name: { en: "Li Weaving", zh: "李氏织造" },
  text: "line\nline",
  country: "CN",
  hsCode: "6203",
  tags: ["menswear"],
  kind: { kind: "a", n: 3 },
};

let app: TestApp;
let taken: unknown[];
beforeAll(async () => {
  taken = [];
  app = await startTestApp(
    [
      route(take, ({ body }) => {
        taken.push(body);
        return { taken: true as const };
      }),
    ],
    { rateLimits: { perMinute: 1_000_000, factor: 1 } },
    "warn",
  );
});
afterAll(() => app.stop());

async function send(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}/api/toys/take`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  return { status: response.status, problem: (await response.json()) as Record<string, unknown> };
}

/** What every answer to something hostile must be: a problem with a code and a sentence, and nothing of us. */
function expectRefused({ status, problem }: Awaited<ReturnType<typeof send>>): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(problem).toMatchObject({ status, code: expect.stringMatching(/^[A-Z_]+$/), title: expect.stringMatching(/./) });
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|ZodError|SyntaxError|stack/);
}

/** A place in a good body, and something that does not belong there. */
const replaceAt = (path: readonly (string | number)[], value: unknown): unknown => {
  const copy: unknown = structuredClone(good);
  const owner = path.slice(0, -1).reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], copy);
  (owner as Record<string, unknown>)[String(path.at(-1))] = value;
  return copy;
};

const places = [
  ["name"],
  ["name", "en"],
  ["text"],
  ["country"],
  ["hsCode"],
  ["tags"],
  ["tags", 0],
  ["kind"],
  ["kind", "kind"],
  ["kind", "n"],
  ["price"],
];

const operators = [{ $gt: "" }, { $ne: null }, { $where: "sleep(1000)" }, { $regex: ".*" }, [{ $gt: "" }], { "a.b": 1 }];

test("the good body is taken, so the others are refused for what is wrong with them", async () => {
  expect((await send(JSON.stringify(good))).status).toBe(200);
});

describe("hostile bodies", () => {
  test("with an operator of the database in any place are refused, naming the field", async () => {
    for (const place of places) {
      for (const operator of operators) {
        const answer = await send(JSON.stringify(replaceAt(place, operator)));
        expectRefused(answer);
        const fields = (answer.problem.errors as { field: string }[]).map(({ field }) => field);
        expect(fields.some((field) => field.startsWith(String(place[0])))).toBe(true);
      }
    }
  });

  test("with anything at all in any place are refused, or are what the operation declares", async () => {
    taken.length = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 4 }), async (place, value) => {
        const before = taken.length;
        const answer = await send(JSON.stringify(replaceAt(place, value)));
        if (answer.status === 200) return void Everything.parse(taken.at(-1));
        expectRefused(answer);
        expect(taken.length).toBe(before);
      }),
      { numRuns: 400 },
    );
  });

  test("of any bytes are refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        expectRefused(await send(new Uint8Array(bytes)));
      }),
      { numRuns: 300 },
    );
  });

  test("of JSON with bytes changed are refused, or are what the operation declares", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(good));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        const answer = await send(bytes.with(at, value) as Uint8Array<ArrayBuffer>);
        if (answer.status === 200) Everything.parse(taken.at(-1));
        else expectRefused(answer);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["nested 30,000 deep", `${"[".repeat(30_000)}${"]".repeat(30_000)}`],
    ["nested 10,000 deep in a field", JSON.stringify(good).replace('"CN"', `${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`)],
    ["a number", "1"],
    ["null", "null"],
    ["an empty list", "[]"],
    ["a huge number", JSON.stringify(good).replace(":3", `:1${"0".repeat(400)}`)],
    ["a repeated field", JSON.stringify(good).replace('"country":"CN"', '"country":"CN","country":7')],
    ["a prototype", `{"__proto__":{"admin":true},${JSON.stringify(good).slice(1)}`],
    ["a constructor", `{"constructor":{"prototype":{"admin":true}},${JSON.stringify(good).slice(1)}`],
    ["control characters", JSON.stringify(replaceAt(["name", "en"], "a\u0000b"))],
    ["half a character", JSON.stringify(good).replace("Li Weaving", "\\udc00")],
    ["half a character in a name", JSON.stringify(good).replace('"text"', '"\\ud800":1,"text"')],
    ["a byte order mark", `\ufeff${JSON.stringify(good).replace("CN", "cn")}`],
    ["10,000 entries", JSON.stringify(replaceAt(["tags"], Array(10_000).fill("a")))],
    ["60,000 characters", JSON.stringify(replaceAt(["text"], "x".repeat(60_000)))],
    [
      "2,000 unknown fields",
      JSON.stringify({ ...good, ...Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`f${i}`, i])) }),
    ],
  ])("of %s are refused", async (_what, body) => {
    expectRefused(await send(body));
  });

  test("that unpack to much more than they are, are refused", async () => {
    const packed = await new Response(
      new Blob([`"${"x".repeat(5_000_000)}"`]).stream().pipeThrough(new CompressionStream("gzip")),
    ).arrayBuffer();
    expect(packed.byteLength).toBeLessThan(10_000);
    const answer = await send(new Uint8Array(packed), { "content-encoding": "gzip" });
    expect(answer).toMatchObject({ status: 413, problem: { code: "BODY_TOO_LARGE" } });
  });

  test("leave the log without an error, and the process without a changed prototype", async () => {
    expect(app.lines).toEqual([]);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});
