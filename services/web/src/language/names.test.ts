import { expect, test } from "vitest";
import { inLanguage } from "./names.tsx";

test("given a text in one language only, when the screen is in the other, then what there is is shown", () => {
  expect(inLanguage({ en: "Lanhai", zh: "蓝海" }, "zh")).toBe("蓝海");
  expect(inLanguage({ en: "Lanhai" }, "zh")).toBe("Lanhai");
  expect(inLanguage({ zh: "蓝海" }, "en")).toBe("蓝海");
  expect(inLanguage(undefined, "en")).toBe("");
});
