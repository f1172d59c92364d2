import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

interface Queue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

const KNOWN_VERSION = "2.2.4";
const patched = Symbol.for("rialto.kafkajs.timers");

/**
 * kafkajs 2.2.4 re-arms a timer of 1 ms on every connection for ever (about 5 % of a core for an idle process, and a
 * TimeoutNegativeWarning on Node 24). The timer is only needed while requests are waiting to be sent. Answers whether the
 * override is in place; another version of kafkajs is left alone.
 */
export function stopIdleTimers(): boolean {
  const { version } = require("kafkajs/package.json") as { version: string };
  if (version !== KNOWN_VERSION) return false;
  const { prototype } = require("kafkajs/src/network/requestQueue") as { prototype: Queue & { [patched]?: true } };
  const schedule = prototype.scheduleCheckPendingRequests;
  if (prototype[patched]) return true;
  if (typeof schedule !== "function" || !schedule.toString().includes("throttleCheckTimeoutId")) return false;
  prototype.scheduleCheckPendingRequests = function whenNeeded(this: Queue) {
    if (this.pending.length > 0) schedule.call(this);
  };
  prototype[patched] = true;
  return true;
}
