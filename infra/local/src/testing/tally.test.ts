import { expect, test } from "vitest";
import { sum, summaryLine, tallyOfVitest } from "./tally.ts";

const report = (over: object) => JSON.stringify({ numPassedTests: 7, numFailedTests: 0, testResults: [], ...over });

test("given a green report, when counted, then its tests passed", () => {
  expect(tallyOfVitest(report({}), 0)).toEqual({ passed: 7, failed: 0 });
});

test("given a file that could not be loaded, when counted, then it is a failure though no test failed", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(tallyOfVitest(report({ testResults }), 1)).toEqual({ passed: 7, failed: 1 });
});

test("given a failed test, when counted, then its file does not count again", () => {
  const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
  expect(tallyOfVitest(report({ numFailedTests: 1, testResults }), 1)).toEqual({ passed: 7, failed: 1 });
});

test("given a run that ended badly without a failed test or without a report, when counted, then it failed", () => {
  expect(tallyOfVitest(report({}), 1)).toEqual({ passed: 7, failed: 1 });
  expect(tallyOfVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});

test("given several tallies, when summed, then the last line says both numbers and nothing else", () => {
  expect(
    summaryLine(
      sum([
        { passed: 2, failed: 0 },
        { passed: 3, failed: 1 },
      ]),
    ),
  ).toBe("5 passed, 1 failed");
});
