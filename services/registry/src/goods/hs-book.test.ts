import { expect, test } from "vitest";
import { createHsBook } from "./hs-book.ts";
import type { HsQuestion } from "./hs-question.ts";

test("a question that cannot be answered is refused alone; others under way get their answers", async () => {
  const book = createHsBook();
  const odd = book.ask({ propose: 7 } as unknown as HsQuestion);
  const good = book.ask({ propose: "denim jeans constructor __proto__" });
  await expect(odd).rejects.toThrow();
  expect((await good)[0]?.code).toBe("6203");
});
