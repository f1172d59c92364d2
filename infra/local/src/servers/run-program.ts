import { spawn } from "node:child_process";
import { guardOfThisProcess } from "../process/guard.ts";

export type ProgramOptions = { cwd?: string; env?: NodeJS.ProcessEnv; signal?: AbortSignal | undefined };

export type Outcome = { code: number; output: string };

const OUTPUT_KEPT = 20_000;

/** Runs a program to its end and keeps the last of what it said. Code 127 when there is no such program. */
export function runProgram(command: string, args: string[], options: ProgramOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    // In a group of its own, and guarded: a download must not outlive a launcher that was stopped meanwhile.
    const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    if (child.pid !== undefined) guardOfThisProcess().add(child.pid);
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-OUTPUT_KEPT);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", (error) => resolve({ code: 127, output: error.message }));
    child.once("close", (code) => {
      if (child.pid !== undefined) guardOfThisProcess().drop(child.pid);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** The last line that says something, for a sentence about a failure. */
export const lastWords = ({ output }: Outcome) => output.trim().split("\n").at(-1)?.trim().slice(0, 300) ?? "";
