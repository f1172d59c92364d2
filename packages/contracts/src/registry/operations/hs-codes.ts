import { z } from "zod";
import { defineOperation } from "../../kernel/operation.ts";
import { signedIn } from "../../kernel/policy.ts";
import { HsCode, line } from "../../kernel/values.ts";

const NamedHsCode = z
  .object({ code: HsCode, name: z.object({ en: z.string().max(1_000), zh: z.string().max(1_000) }) })
  .meta({ title: "NamedHsCode", description: "A code of the Harmonized System 2022 and what it is called" });

const trousers = {
  code: "6203",
  name: { en: "Suits, ensembles, jackets, blazers, trousers; men's or boys'", zh: "男西服、西裤、牛仔裤、夹克（梭织）" },
};

export const proposeHsCodes = defineOperation({
  id: "proposeHsCodes",
  context: "registry",
  method: "get",
  path: "/hs-codes",
  summary: "Codes of the Harmonized System for words in English or Chinese, best first; for digits, the codes that begin so",
  policy: signedIn,
  query: z.strictObject({ q: line(200) }),
  result: z.object({
    items: z
      .array(
        NamedHsCode.extend({
          /** How sure, from 0 to 1; absent where digits were given. */
          confidence: z.number().min(0).max(1).optional(),
        }),
      )
      .max(8),
  }),
  example: { query: { q: "牛仔裤" }, result: { items: [{ ...trousers, confidence: 0.97 }] } },
  perMinute: 300,
});

export const nameHsCodes = defineOperation({
  id: "nameHsCodes",
  context: "registry",
  method: "get",
  path: "/hs-codes/names",
  summary: "What codes of the Harmonized System are called; unknown ones are left out",
  policy: signedIn,
  query: z.strictObject({
    /** Up to 100, separated by commas. */
    codes: z
      .string()
      .max(700)
      .regex(/^\d{2}(\d{2}){0,2}(,\d{2}(\d{2}){0,2}){0,99}$/),
  }),
  result: z.object({ items: z.array(NamedHsCode).max(100) }),
  example: { query: { codes: "6203" }, result: { items: [trousers] } },
  perMinute: 300,
});
