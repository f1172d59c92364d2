import { setTimeout as sleep } from "node:timers/promises";
import type { Contender } from "./contender.ts";

/** One command, in milliseconds of `performance.now()`. `arrivedAt` is missing when nothing came within the limit. */
export interface Sample {
  readonly name: string;
  readonly sentAt: number;
  readonly acceptedAt: number;
  readonly arrivedAt: number | undefined;
}

const ARRIVE_WITHIN_MS = 5_000;

/** Sends so many commands a second, whatever the answers do, and waits for what they cause. */
export async function paced(contender: Contender, seconds: number, perSecond: number): Promise<Sample[]> {
  const startedAt = performance.now();
  const sent: Promise<Omit<Sample, "arrivedAt">>[] = [];
  for (let count = 0; count < seconds * perSecond; count += 1) {
    const wait = startedAt + (count * 1_000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    sent.push(send(contender));
  }
  const accepted = await Promise.all(sent);
  const deadline = performance.now() + ARRIVE_WITHIN_MS;
  while (accepted.some(({ name }) => !contender.arrivals.has(name)) && performance.now() < deadline) await sleep(50);
  return accepted.map((one) => ({ ...one, arrivedAt: contender.arrivals.get(one.name) }));
}

async function send(contender: Contender): Promise<Omit<Sample, "arrivedAt">> {
  const sentAt = performance.now();
  const name = await contender.next();
  return { name, sentAt, acceptedAt: performance.now() };
}
