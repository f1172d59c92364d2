import { Refusal } from "@rialto/contracts/kernel/refusal";
import { ZodError } from "zod";
import { backoffMs } from "./backoff.ts";
import { UnreadableMessage } from "./cloud-events.ts";
import { isTransient } from "./transient-errors.ts";

/** What becomes of a delivery that failed. */
export type Fate =
  | { readonly fate: "duplicate" }
  | { readonly fate: "poison"; readonly reason: string }
  | { readonly fate: "transient"; readonly retryInMs: number };

/** A handler throws it when it finds that it has done this before; most handlers just do nothing then. */
export class AlreadyHandled extends Error {
  constructor(message = "already handled") {
    super(message);
    this.name = "AlreadyHandled";
  }
}

/** A mistake in our own code: seldom cured by waiting, but a half-loaded state may cause one too. */
const MISTAKE_ATTEMPTS = 3;
/** Nobody has told us what this error means; about 3 s in all. */
const UNKNOWN_ATTEMPTS = 7;

const mistakes = new Set(["TypeError", "RangeError", "ReferenceError", "SyntaxError", "AssertionError"]);

const isFinal = (error: unknown): boolean =>
  error instanceof Refusal || error instanceof ZodError || error instanceof UnreadableMessage;

function attemptsAllowed(error: unknown): number {
  if (isFinal(error)) return 1;
  return error instanceof Error && mistakes.has(error.name) ? MISTAKE_ATTEMPTS : UNKNOWN_ATTEMPTS;
}

/** The stable code under which a poison message is parked: a refusal's code, `UNREADABLE`, or the error's class. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  if (error instanceof UnreadableMessage) return "UNREADABLE";
  return error instanceof Error ? error.name : "UNKNOWN";
}

/**
 * The one place that decides. `attempt` counts from 1. Transient trouble is retried for ever; what can never succeed is
 * poison at once; mistakes and unknown errors get a few attempts first.
 */
export function fateOf(error: unknown, attempt: number, random: () => number = Math.random): Fate {
  if (error instanceof AlreadyHandled) return { fate: "duplicate" };
  if (isTransient(error) || attempt < attemptsAllowed(error)) {
    return { fate: "transient", retryInMs: backoffMs(attempt, random) };
  }
  return { fate: "poison", reason: reasonOf(error) };
}
