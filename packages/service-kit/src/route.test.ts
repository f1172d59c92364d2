import { defineOperation } from "@rialto/contracts/kernel/operation";
import { anyone, atFair, type Principal, signedIn } from "@rialto/contracts/kernel/policy";
import { expectTypeOf, test } from "vitest";
import { z } from "zod";
import { type Call, route } from "./route.ts";

const declaration = {
  id: "look",
  context: "toys",
  method: "get",
  path: "/fairs/:fairId",
  summary: "Looks",
  params: z.object({ fairId: z.uuid() }),
  query: z.object({ limit: z.coerce.number().default(5) }),
  result: z.object({ seen: z.string() }),
  example: { result: { seen: "a" } },
} as const;

const open = defineOperation({ ...declaration, policy: anyone });
const closed = defineOperation({ ...declaration, policy: signedIn });
const fair = defineOperation({ ...declaration, policy: atFair("buyer") });
const silent = defineOperation({
  ...declaration,
  policy: signedIn,
  result: z.undefined(),
  status: 204,
  example: { result: undefined },
});

test("a handler knows whether somebody calls, and what was asked; the compiler knows what it must return", () => {
  expectTypeOf<Call<typeof open>["principal"]>().toEqualTypeOf<Principal | undefined>();
  expectTypeOf<Call<typeof closed>["principal"]>().toEqualTypeOf<Principal>();
  expectTypeOf<Call<typeof fair>["principal"]>().toEqualTypeOf<Principal>();
  expectTypeOf<Call<typeof fair>["params"]>().toEqualTypeOf<{ fairId: string }>();
  expectTypeOf<Call<typeof fair>["query"]>().toEqualTypeOf<{ limit: number }>();
  route(silent, async () => {});
  // @ts-expect-error a result that the operation does not declare
  route(closed, () => ({ heard: "a" }));
  // @ts-expect-error nobody may be there
  route(open, ({ principal }) => ({ seen: principal.accountId }));
});
