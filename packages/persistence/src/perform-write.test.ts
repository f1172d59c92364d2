import { expect, test } from "vitest";
import type { Documents, PlannedWrite, WriteOutcome } from "./documents.types.ts";
import { OutcomeUnknown, UniqueConflict } from "./errors.ts";
import { performWrite } from "./perform-write.ts";

const planned: PlannedWrite<string> = { id: "a", baseVersion: 20, version: 21, seq: 1, state: "s", events: [], mark: "21.mine" };
const lost = () => new OutcomeUnknown("a", undefined);

/** The database's answers, one after the other, and the document's marks. */
function perform(answers: (WriteOutcome | Error)[], marks: string[] = []) {
  const documents: Documents<string> = {
    read: async () => undefined,
    marksOf: async () => marks,
    write: async () => {
      const answer = answers.shift() ?? lost();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return performWrite(documents, planned, async () => {});
}

const marksUpTo = (version: number, count: number) =>
  Array.from({ length: count }, (_, index) => `${version - count + index + 1}.x`);

test("an answer is the outcome", async () => {
  expect(await perform(["written"])).toBe("written");
  expect(await perform(["stale"], ["21.mine"])).toBe("stale");
});

test("a refusal passes through, also after a lost answer", async () => {
  await expect(perform([new UniqueConflict("claims", {})])).rejects.toThrow(UniqueConflict);
  await expect(perform([lost(), new UniqueConflict("claims", {})])).rejects.toThrow(UniqueConflict);
});

test("after a lost answer the same write is sent again", async () => {
  expect(await perform([lost(), lost(), "written"])).toBe("written");
});

test("stale after a lost answer: the mark says that it was ours", async () => {
  expect(await perform([lost(), "stale"], ["20.x", "21.mine", "22.x"])).toBe("written");
});

test("stale after a lost answer: another's mark in its place says that it was not", async () => {
  expect(await perform([lost(), "stale"], marksUpTo(21, 16))).toBe("stale");
  expect(await perform([lost(), "stale"], marksUpTo(35, 16))).toBe("stale");
  expect(await perform([lost(), "stale"], ["21.x"])).toBe("stale");
});

test("stale after a lost answer, and the marks no longer reach back: unknown", async () => {
  await expect(perform([lost(), "stale"], marksUpTo(37, 16))).rejects.toThrow(OutcomeUnknown);
});

test("silence for good is an unknown outcome", async () => {
  await expect(perform([])).rejects.toThrow(OutcomeUnknown);
});
