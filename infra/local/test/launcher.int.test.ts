import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { launchToy, type Toy, temporaryState } from "./toy/launch-toy.ts";

const OPEN = "Ctrl-C stops everything";

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** All processes that mention the state folder or were started by the launcher, by number. */
function processesOf(toy: Toy, stateDir: string): number[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  const lines = stdout.split("\n").map((line) => line.trim().split(/\s+/));
  const own = lines.filter(([, parent, ...args]) => Number(parent) === toy.child.pid || args.join(" ").includes(stateDir));
  return own.map(([pid]) => Number(pid));
}

const pidOf = async (port: number) =>
  Number((await (await fetch(`http://127.0.0.1:${port}/readyz`)).text()).match(/"pid":(\d+)/)?.[1]);

test("given a new folder, when started with own servers, then all is ready and seeded, and Ctrl-C leaves no process", async () => {
  const stateDir = await temporaryState();
  const toy = await launchToy(stateDir, ["--scale", "3"], { own: true });
  await toy.untilSaid(OPEN);
  expect(toy.said()).toContain(`Rialto is open at http://127.0.0.1:${toy.ports.gateway}`);
  expect(toy.said()).toContain("buyer@example.org  scale 3");
  const running = processesOf(toy, stateDir);
  expect(running.length).toBeGreaterThanOrEqual(5);
  toy.child.kill("SIGINT");
  expect(await toy.ended).toBe(0);
  expect(toy.said()).toContain("Everything has stopped.");
  for (const name of ["other", "gateway"]) {
    expect(readFileSync(join(stateDir, "logs", `${name}.log`), "utf8")).toContain(`${name} ends, the servers are there`);
  }
  await vi.waitFor(() => expect(running.filter(isAlive)).toEqual([]), { timeout: 5_000 });
});

test("given a first start, when started again, then the data are kept and the seed is not run twice, unless it is --fresh", async () => {
  const stateDir = await temporaryState();
  const startAndStop = async (args: string[], own: boolean) => {
    const toy = await launchToy(stateDir, args, { own });
    await toy.untilSaid(OPEN);
    toy.child.kill("SIGINT");
    await toy.ended;
    return toy.said();
  };
  expect(await startAndStop([], false)).toContain("Seeding");
  expect(await startAndStop([], false)).not.toContain("Seeding");
  expect(await startAndStop(["--fresh"], true)).toContain("Seeding");
});

test("ALREADY_RUNNING: given a running fair, when started a second time, then one sentence and an exit code", async () => {
  const stateDir = await temporaryState();
  const first = await launchToy(stateDir);
  await first.untilSaid(OPEN);
  const second = await launchToy(stateDir);
  expect(await second.ended).toBe(1);
  expect(second.said().trim()).toMatch(/^Rialto is already running from this folder \(process \d+\)\. .*stop it with Ctrl-C.*$/);
  expect(await pidOf(first.ports.gateway)).toBeGreaterThan(0);
});

test("given a launcher that was killed, when started again on the same ports, then its processes are gone and the lock is taken over", async () => {
  const stateDir = await temporaryState();
  const killed = await launchToy(stateDir, [], { own: true });
  await killed.untilSaid(OPEN);
  const left = processesOf(killed, stateDir).filter((pid) => pid !== killed.child.pid);
  killed.child.kill("SIGKILL");
  await killed.ended;
  const next = await launchToy(stateDir, [], { own: true, ports: killed.ports });
  await next.untilSaid(OPEN);
  await vi.waitFor(() => expect(left.filter(isAlive)).toEqual([]), { timeout: 15_000 });
});

test("PORT_TAKEN: given a service's port in use, when started, then one sentence says which and what to do", async () => {
  const stateDir = await temporaryState();
  const taken = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void taken.close());
  await vi.waitFor(() => expect(taken.listening).toBe(true));
  const { port } = taken.address() as { port: number };
  const toy = await launchToy(stateDir, [], { ports: { gateway: port, other: 1, mongo: 1, kafka: 1 } });
  expect(await toy.ended).toBe(1);
  expect(toy.said().trim()).toMatch(
    new RegExp(`^Port ${port}, which the gateway service needs, is already taken\\. .* GATEWAY_PORT=\\d+ npm start\\.$`),
  );
});

test("given an open fair, when a service dies, then it is reported with the end of its log and started again", async () => {
  const stateDir = await temporaryState();
  const toy = await launchToy(stateDir);
  await toy.untilSaid(OPEN);
  const before = await pidOf(toy.ports.other);
  await fetch(`http://127.0.0.1:${toy.ports.other}/die`).catch(() => undefined);
  await toy.untilSaid("other ended with code 3 unexpectedly: starting it again");
  await vi.waitFor(async () => expect(await pidOf(toy.ports.other)).not.toBe(before), { timeout: 10_000 });
  expect(toy.said()).toContain("  | other listens");
});

test("PROCESS_DIED: given a service that dies at every start, when started, then it is given up and all is stopped", async () => {
  const stateDir = await temporaryState();
  vi.stubEnv("TOY_BROKEN", "other");
  onTestFinished(() => void vi.unstubAllEnvs());
  const toy = await launchToy(stateDir);
  expect(await toy.ended).toBe(1);
  expect(toy.said()).toContain("it died 5 times and is given up");
  expect(toy.said()).toContain("no such setting");
  await expect(pidOf(toy.ports.gateway)).rejects.toThrow();
});

test("given a start under way, when Ctrl-C comes, then it stops with exit code 0 and nothing stays", async () => {
  const stateDir = await temporaryState();
  const toy = await launchToy(stateDir, [], { own: true });
  await toy.untilSaid("MongoDB:");
  toy.child.kill("SIGINT");
  expect(await toy.ended).toBe(0);
  expect(toy.said()).not.toContain(OPEN);
  await vi.waitFor(() => expect(processesOf(toy, stateDir)).toEqual([]), { timeout: 15_000 });
});

test("given a lock whose process number belongs to another program now, when started, then the lock is taken over", async () => {
  const stateDir = await temporaryState();
  writeFileSync(join(stateDir, "start.lock"), JSON.stringify({ pid: process.pid, identity: "of long ago" }));
  const toy = await launchToy(stateDir);
  await toy.untilSaid(OPEN);
  expect(readFileSync(join(stateDir, "start.lock"), "utf8")).toContain(`"pid":${toy.child.pid}`);
});
