import { fork } from "node:child_process";

/** Runs a module in a process of its own: sends it the request, resolves with its one answer. Rejects if it ends without. */
export function runAlone<Answer>(module: URL, request: object, execArgv: string[] = []): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(module, { execArgv: [...process.execArgv, ...execArgv] });
    child.once("message", (answer) => resolve(answer as Answer));
    child.once("exit", (code) => reject(new Error(`${module.pathname.split("/").at(-1)} ended with ${code} and no answer`)));
    child.once("error", reject);
    child.send(request);
  });
}
