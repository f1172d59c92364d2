import { defineConfig } from "vitest/config";

// The cost of a test is in its name: x.test.ts does no I/O, x.int.test.ts talks to real Kafka and MongoDB,
// x.e2e.test.ts runs the whole fair, x.fault.test.ts kills parts of it.
const anyWorkspace = (suffix: string) => ["packages", "services", "infra", "test"].map((folder) => `${folder}/**/*.${suffix}`);
const slow = ["int", "e2e", "fault"].flatMap((tier) => anyWorkspace(`${tier}.test.ts`));
const exclude = ["**/node_modules/**"];

export default defineConfig({
  test: {
    projects: [
      // Seconds of work take half a minute on a machine that is busy with other things; a test that hangs still ends.
      { test: { name: "unit", include: anyWorkspace("test.ts"), exclude: [...exclude, ...slow], testTimeout: 30_000 } },
      {
        test: {
          name: "int",
          include: anyWorkspace("int.test.ts"),
          exclude,
          globalSetup: "infra/local/src/test-servers.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: [...anyWorkspace("e2e.test.ts"), ...anyWorkspace("fault.test.ts")],
          exclude: [...exclude, "services/web/**"],
          globalSetup: "infra/local/src/test-servers.ts",
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        // The pages in a real browser, at one fair of their own.
        test: {
          name: "web",
          include: ["services/web/**/*.e2e.test.ts"],
          exclude,
          globalSetup: "services/web/test/support/global-setup.ts",
          expect: { poll: { timeout: 15_000, interval: 50 } },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
