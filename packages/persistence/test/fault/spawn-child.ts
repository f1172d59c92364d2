import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Child {
  /** Resolves when the child has written this line. */
  says(line: string): Promise<void>;
  signal(signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
  tell(line: string): void;
  /** SIGKILL, and it is gone when this resolves. */
  kill(): Promise<void>;
}

export function spawnChild(...args: string[]): Child {
  const child = spawn(process.execPath, [fileURLToPath(new URL("child.ts", import.meta.url)), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    child.stdout.emit("said");
  });
  return {
    async says(line) {
      while (!output.split("\n").includes(line)) await Promise.race([once(child.stdout, "said"), diedTooSoon(child, line)]);
    },
    signal: (signal) => void child.kill(signal),
    tell: (line) => void child.stdin.write(`${line}\n`),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function diedTooSoon(child: ChildProcess, line: string): Promise<never> {
  if (child.exitCode === null) await once(child, "exit");
  throw new Error(`the child ended before it said: ${line}`);
}
