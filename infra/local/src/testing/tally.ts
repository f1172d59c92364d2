import { z } from "zod";

/** How many checks passed and failed. */
export type Tally = { passed: number; failed: number };

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), { passed: 0, failed: 0 });

/** The last line of a test run. */
export const summaryLine = ({ passed, failed }: Tally) => `${passed} passed, ${failed} failed`;

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/**
 * Reads vitest's JSON report. A file that failed as a whole, before or beside its tests, counts as one failure,
 * and so does a run that failed without a failed test, or without a report.
 */
export function tallyOfVitest(report: string | undefined, exitCode: number): Tally {
  const parsed = VitestReport.safeParse(report === undefined ? undefined : JSON.parse(report));
  if (!parsed.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = parsed.data;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = numFailedTests + brokenFiles;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
