import type { Operation } from "@rialto/contracts/kernel/operation";
import type { z } from "zod";

/** A handler returned what its operation does not declare. Names the places, never the values. */
export class UndeclaredResult extends Error {
  constructor(operation: Operation, issues: readonly z.core.$ZodIssue[]) {
    super(`${operation.id}: ${issues.map((issue) => `${issue.path.join(".") || "result"} (${issue.code})`).join(", ")}`);
    this.name = "UndeclaredResult";
  }
}

function without(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown {
  const [head, ...rest] = path;
  if (typeof value !== "object" || value === null) return value;
  if (head === undefined) return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
  if (Array.isArray(value)) return value.map((item, index) => (index === head ? without(item, rest, keys) : item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === head ? without(item, rest, keys) : item]));
}

const withoutUnknownKeys = (result: unknown, issues: readonly z.core.$ZodIssue[]): unknown =>
  issues.reduce((left, issue) => (issue.code === "unrecognized_keys" ? without(left, issue.path, issue.keys) : left), result);

export interface PresentOptions {
  /** In tests and development a field too many is a failure; in production it is left out. */
  readonly strict: boolean;
}

/** The result as it goes onto the wire: only what the operation declares. Throws `UndeclaredResult`. */
export function presentResult(operation: Operation, result: unknown, { strict }: PresentOptions): unknown {
  const parsed = operation.result.safeParse(result);
  if (parsed.success) return parsed.data;
  if (strict) throw new UndeclaredResult(operation, parsed.error.issues);
  const again = operation.result.safeParse(withoutUnknownKeys(result, parsed.error.issues));
  if (again.success) return again.data;
  throw new UndeclaredResult(operation, again.error.issues);
}
