import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../problem.ts";

const listenOnce = (port: number, host?: string) =>
  new Promise<number>((resolve, reject) => {
    // Whoever knocks in this instant is sent away: close() would wait for them, for ever if need be.
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen({ port, ...(host !== undefined && { host }), exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : port));
    });
  });

/** A port that was free a moment ago. */
export const freePort = () => listenOnce(0, "127.0.0.1");

export const isFree = (port: number) =>
  listenOnce(port, "127.0.0.1").then(
    () => true,
    () => false,
  );

// A launcher that was killed leaves its servers to a guard that ends them within seconds; until then their ports look taken.
const PATIENCE_MS = 3_000;

/** Refuses a port that stays taken, with what to do: `variable` is the environment variable that chooses another. */
export async function requireFreePort(port: number, owner: string, variable: string, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isFree(port))) {
    if (Date.now() < deadline) await sleep(100);
    else throw portTaken(port, owner, variable);
  }
}

const portTaken = (port: number, owner: string, variable: string) => {
  const advice = `Stop the program that uses it, or choose another port: ${variable}=${port + 1_000} npm start.`;
  return new Problem("PORT_TAKEN", `Port ${port}, which ${owner} needs, is already taken. ${advice}`);
};
