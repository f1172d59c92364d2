import type { Envelope } from "@rialto/contracts/kernel/event";
import type { Bus } from "@rialto/messaging/bus";
import type { Outbox } from "./outbox.types.ts";
import type { Job } from "./relay-queue.ts";

/** Events of one send, over all its documents; bounds its size on the wire. */
const EVENTS_AT_ONCE = 500;

export type SendResult =
  | { readonly sent: number; readonly unfinished: readonly Job[] }
  | { readonly failedAt: "store" | "bus"; readonly error: unknown };

interface Load {
  readonly job: Job;
  readonly events: readonly Envelope[];
  readonly more: boolean;
}

/** Reads what these documents have pending, publishes it in order and forgets it. Never rejects. */
export async function send(jobs: readonly Job[], bus: Pick<Bus, "publish">): Promise<SendResult> {
  let failedAt: "store" | "bus" = "store";
  try {
    const loads = await loadAll(jobs);
    const events = loads.flatMap((load) => load.events);
    if (events.length === 0) return { sent: 0, unfinished: [] };
    failedAt = "bus";
    await bus.publish(events);
    failedAt = "store";
    await forgetAll(loads);
    return { sent: events.length, unfinished: loads.filter(({ more }) => more).map(({ job }) => rest(job)) };
  } catch (error) {
    return { failedAt, error };
  }
}

// A suspect that behaves is trusted with twice as much the next time.
const rest = ({ outbox, id, atMost = EVENTS_AT_ONCE }: Job): Job =>
  atMost * 2 >= EVENTS_AT_ONCE ? { outbox, id } : { outbox, id, atMost: atMost * 2 };

async function loadAll(jobs: readonly Job[]): Promise<Load[]> {
  const limit = jobs[0]?.atMost ?? Math.max(1, Math.floor(EVENTS_AT_ONCE / jobs.length));
  const known = jobs.flatMap((job) => (job.known === undefined ? [] : [{ job, events: job.known, more: false }]));
  const unknown = jobs.filter((job) => job.known === undefined);
  const read = await Promise.all([...byOutbox(unknown)].map(([outbox, group]) => load(outbox, group, limit)));
  return [...known, ...read.flat()];
}

async function load(outbox: Outbox, jobs: readonly Job[], limit: number): Promise<Load[]> {
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  const pending = await outbox.pendingOf([...jobOf.keys()], limit);
  return pending.flatMap(({ id, events, count }) => {
    const job = jobOf.get(id);
    return job === undefined ? [] : [{ job, events, more: count > events.length }];
  });
}

async function forgetAll(loads: readonly Load[]): Promise<void> {
  const eventsOf = new Map(loads.map(({ job, events }) => [job, events]));
  const groups = byOutbox(loads.map(({ job }) => job));
  const sent = (job: Job) => ({ id: job.id, eventIds: (eventsOf.get(job) ?? []).map(({ id }) => id) });
  await Promise.all([...groups].map(([outbox, jobs]) => outbox.forget(jobs.map(sent))));
}

const byOutbox = (jobs: readonly Job[]): Map<Outbox, Job[]> => Map.groupBy(jobs, ({ outbox }) => outbox);
