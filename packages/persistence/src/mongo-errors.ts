import { isTransient } from "@rialto/messaging/transient-errors";
import { mongo } from "mongoose";
import { OutcomeUnknown, UniqueConflict } from "./errors.ts";

const DUPLICATE_KEY = 11_000;

/** The index that refused the write, or undefined when the error is not about a unique index. */
export function refusedBy(error: unknown): { index: string; keyValue: Record<string, unknown> } | undefined {
  if (!(error instanceof mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return undefined;
  const index = / index: (\S+) dup key/.exec(error.message)?.[1] ?? "unknown";
  return { index, keyValue: { ...error.keyValue } };
}

/** What a failed write means to the caller; `undefined`: another write was first. */
export function translated(error: unknown, id: string): Error | undefined {
  const refusal = refusedBy(error);
  if (refusal?.index === "_id_") return undefined;
  if (refusal !== undefined) return new UniqueConflict(refusal.index, refusal.keyValue, error);
  // The request may have been carried out. Not all such errors are the driver's own: a reset while a large request is being
  // sent reaches us as the socket's plain error, which the driver does not retry either.
  if (isTransient(error)) return new OutcomeUnknown(id, error);
  return error instanceof Error ? error : new Error(String(error));
}
