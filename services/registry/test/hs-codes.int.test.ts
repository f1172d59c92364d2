import { registryOperations as operations } from "@rialto/contracts/registry/operations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHsBook } from "../src/goods/hs-book.ts";
import { type RegistryFixture, register, registryFixture } from "./fixture.ts";

let registry: RegistryFixture;
beforeAll(async () => {
  registry = await registryFixture();
});
afterAll(() => registry.dispose());

test("whoever is signed in types words and is proposed codes, with names in both languages", async () => {
  const { token } = await register(registry);
  const { items } = await registry.api.ok(operations.proposeHsCodes, { query: { q: "denim jeans" }, token });
  expect(items[0]).toMatchObject({ code: "6203", name: { zh: expect.stringContaining("牛仔") } });
  const named = await registry.api.ok(operations.nameHsCodes, { query: { codes: "6203,7701,61" }, token });
  expect(named.items.map(({ code }) => code)).toEqual(["6203", "61"]);
});

test("SIGN_IN_NEEDED: strangers are proposed nothing", async () => {
  expect((await registry.api.refused(operations.proposeHsCodes, { query: { q: "jeans" } })).code).toBe("SIGN_IN_NEEDED");
});

test("given a thread that has ended after its rest, when somebody asks, then another one answers", async () => {
  const book = createHsBook(1);
  const first = await book.ask({ propose: "牛仔裤" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await book.ask({ propose: "牛仔裤" })).toEqual(first);
});
