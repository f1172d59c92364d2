// Asks an address again and again from a thread of its own, so that a service that stands still is seen standing still.
import { parentPort, workerData } from "node:worker_threads";

const { url, token, everyMs } = workerData as { readonly url: string; readonly token: string; readonly everyMs: number };
const latencies: number[] = [];
const underWay = new Set<Promise<void>>();

async function ask(): Promise<void> {
  const begun = performance.now();
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  latencies.push(performance.now() - begun);
}

const timer = setInterval(() => {
  const one: Promise<void> = ask().finally(() => underWay.delete(one));
  underWay.add(one);
}, everyMs);

parentPort?.once("message", async () => {
  clearInterval(timer);
  await Promise.all(underWay);
  parentPort?.postMessage(latencies);
  parentPort?.close();
});
