import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { brokers } from "./kafka-world.ts";

const child = fileURLToPath(new URL("./idle-timers.child.ts", import.meta.url));

async function idle(mode: "stopped" | "as delivered"): Promise<{ timers: number; cpuPercent: number; stderr: string }> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [child, mode, brokers().join(",")]);
  return { ...(JSON.parse(stdout) as { timers: number; cpuPercent: number }), stderr };
}

test("1 ms timer: an idle connection arms none, where kafkajs as delivered arms hundreds a second", async () => {
  const delivered = await idle("as delivered");
  const stopped = await idle("stopped");
  expect(delivered.timers).toBeGreaterThan(100);
  expect(stopped.timers).toBeLessThan(1);
  expect(stopped.stderr).not.toContain("TimeoutNegativeWarning");
});
