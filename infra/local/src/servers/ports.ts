import { createServer } from "node:net";
import { Problem } from "../problem.ts";

const listenOnce = (port: number, host?: string) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
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

/** Refuses a taken port with what to do: `variable` is the environment variable that chooses another. */
export async function requireFreePort(port: number, owner: string, variable: string): Promise<void> {
  if (await isFree(port)) return;
  const advice = `Stop the program that uses it, or choose another port: ${variable}=${port + 1000} npm start.`;
  throw new Problem("PORT_TAKEN", `Port ${port}, which ${owner} needs, is already taken. ${advice}`);
}
