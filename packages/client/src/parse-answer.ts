import type { Operation, ResultOf } from "@rialto/contracts/kernel/operation";
import type { z } from "zod";

/** The answer is not what the operation declares: client and service are of different releases. */
export class UnexpectedAnswer extends Error {
  constructor(operationId: string, issues: readonly z.core.$ZodIssue[]) {
    super(`${operationId}: ${issues.map((issue) => `${issue.path.join(".")} (${issue.code})`).join(", ")}`);
    this.name = "UnexpectedAnswer";
  }
}

function removeKeys(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const owner = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
  if (typeof owner === "object" && owner !== null) for (const key of keys) Reflect.deleteProperty(owner, key);
}

/** Parses an answer and ignores additions, in closed shapes too: the service may be one release ahead. Takes ownership of `answer`. */
export function parseAnswer<O extends Operation>(operation: O, answer: unknown): ResultOf<O> {
  const parsed = operation.result.safeParse(answer);
  if (parsed.success) return parsed.data as ResultOf<O>;
  for (const issue of parsed.error.issues) if (issue.code === "unrecognized_keys") removeKeys(answer, issue.path, issue.keys);
  const again = operation.result.safeParse(answer);
  if (!again.success) throw new UnexpectedAnswer(operation.id, again.error.issues);
  return again.data as ResultOf<O>;
}
