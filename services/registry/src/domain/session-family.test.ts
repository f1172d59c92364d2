import { newId } from "@rialto/contracts/kernel/ids";
import { expect, test } from "vitest";
import { later, now } from "../../test/builders.ts";
import { judgeRefreshToken, rotated } from "./session-family.ts";

const fresh = { id: newId(), accountId: newId(), epoch: 0, currentHash: "t1", rotatedAt: now, expiresAt: later(3_600) };
const second = rotated(fresh, "t1", "t2", later(100));

test("the current token is good, and its successor after it", () => {
  expect(judgeRefreshToken(fresh, "t1", later(50))).toBe("good");
  expect(judgeRefreshToken(second, "t2", later(500))).toBe("good");
});

test("the previous token is good for ten seconds more: its answer may have been lost", () => {
  expect(judgeRefreshToken(second, "t1", later(110))).toBe("good");
  expect(judgeRefreshToken(second, "t1", later(110.001))).toBe("reused");
});

test("within the grace the unseen successor is replaced, and its use is a reuse", () => {
  const third = rotated(second, "t1", "t3", later(105));
  expect(judgeRefreshToken(third, "t3", later(106))).toBe("good");
  expect(judgeRefreshToken(third, "t2", later(106))).toBe("reused");
});

test("the grace runs from the first exchange and is not prolonged by using it", () => {
  const third = rotated(second, "t1", "t3", later(109));
  expect(judgeRefreshToken(third, "t1", later(110))).toBe("good");
  expect(judgeRefreshToken(third, "t1", later(111))).toBe("reused");
});

test("older tokens are reuse at any time", () => {
  const third = rotated(second, "t2", "t3", later(101));
  expect(judgeRefreshToken(third, "t1", later(101))).toBe("reused");
});

test("an ended or overdue family is neither good nor an alarm", () => {
  expect(judgeRefreshToken({ ...fresh, endedAt: later(1) }, "t1", later(2))).toBe("ended");
  expect(judgeRefreshToken(fresh, "t1", later(3_600))).toBe("ended");
  expect(judgeRefreshToken({ ...second, endedAt: later(1) }, "t0", later(2))).toBe("ended");
});
