import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

interface Queue {
  readonly pending: readonly unknown[];
  readonly inflight: ReadonlyMap<number, { readonly sentAt: number; readonly requestTimeout: number; timeoutRequest(): void }>;
  readonly enforceRequestTimeout: boolean;
  readonly requestTimeout: number;
  requestTimeoutIntervalId?: NodeJS.Timeout;
  isConnected(): boolean;
  destroy(): void;
  scheduleCheckPendingRequests(): void;
  scheduleRequestTimeoutCheck(): void;
}

const KNOWN_VERSION = "2.2.4";
const LOOK_EVERY_MS = 1_000;
const patched = Symbol.for("rialto.kafkajs.timers");

/**
 * kafkajs 2.2.4 re-arms a timer of 1 ms on every connection for ever (about 5 % of a core for an idle process, and a
 * TimeoutNegativeWarning on Node 24), although it is only needed while requests wait to be sent; and it looks for
 * requests that have timed out ten times a second, where once is enough for time-outs of seconds. Answers whether the
 * overrides are in place; another version of kafkajs is left alone.
 */
export function stopIdleTimers(): boolean {
  const { version } = require("kafkajs/package.json") as { version: string };
  if (version !== KNOWN_VERSION) return false;
  const { prototype } = require("kafkajs/src/network/requestQueue") as { prototype: Queue & { [patched]?: true } };
  if (prototype[patched]) return true;
  if (!isAsKnown(prototype)) return false;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function whenNeeded(this: Queue) {
    if (this.pending.length > 0) schedule.call(this);
  };
  prototype.scheduleRequestTimeoutCheck = function nowAndThen(this: Queue) {
    if (!this.enforceRequestTimeout) return;
    this.destroy();
    this.requestTimeoutIntervalId = setInterval(() => endOverdue(this), Math.min(this.requestTimeout, LOOK_EVERY_MS));
  };
  prototype[patched] = true;
  return true;
}

function endOverdue(queue: Queue): void {
  for (const request of [...queue.inflight.values()]) {
    if (Date.now() - request.sentAt > request.requestTimeout) request.timeoutRequest();
  }
  if (!queue.isConnected()) queue.destroy();
}

const isAsKnown = ({ scheduleCheckPendingRequests: pending, scheduleRequestTimeoutCheck: overdue }: Queue): boolean =>
  [pending, overdue].every((method) => typeof method === "function") &&
  pending.toString().includes("throttleCheckTimeoutId") &&
  overdue.toString().includes("requestTimeoutIntervalId");
