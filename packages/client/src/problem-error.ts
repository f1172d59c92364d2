/** One field that the service did not accept. */
export interface FieldProblem {
  readonly in: string;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A service said no (RFC 9457). `code` is for programs, `title` for people, in the language that was asked for. */
export class ProblemError extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly errors: readonly FieldProblem[];
  /** What the refusal adds, for example the conflicting claim and the free alternatives. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, title: string, details: Readonly<Record<string, unknown>> = {}) {
    super(`${status} ${code}`);
    this.name = "ProblemError";
    this.code = code;
    this.status = status;
    this.title = title;
    this.details = details;
    this.errors = Array.isArray(details.errors) ? (details.errors as FieldProblem[]) : [];
  }
}

/** No answer, or one that no service of ours gives: the way there is broken. Whether the call took effect is unknown. */
export class UnreachableError extends Error {
  constructor(operationId: string, options: ErrorOptions = {}) {
    super(`${operationId}: no answer`, options);
    this.name = "UnreachableError";
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** The error for an answer that is not a success. */
export async function problemFrom(operationId: string, response: Response): Promise<ProblemError | UnreachableError> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== "object" || body === null || !("code" in body)) {
    return new UnreachableError(operationId, { cause: new Error(`status ${response.status} without a problem`) });
  }
  const { type: _type, instance: _instance, code, title, status: _status, ...details } = body as Record<string, unknown>;
  return new ProblemError(text(code) ?? "UNKNOWN", response.status, text(title) ?? "", details);
}
