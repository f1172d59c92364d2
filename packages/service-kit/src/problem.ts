import { generalRefusals, internalError } from "@rialto/contracts/kernel/general-refusals";
import { Refusal, type RefusalEntry, type Sentence } from "@rialto/contracts/kernel/refusal";
import { isTransient } from "@rialto/messaging/transient-errors";

export type Language = keyof Sentence;

/** RFC 9457 problem details, with a stable `code` and whatever the refusal adds. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly [extension: string]: unknown;
}

interface Entry {
  readonly status: number;
  readonly title: Sentence;
}

const isSentence = (value: unknown): value is Sentence =>
  typeof value === "object" && value !== null && "en" in value && "zh" in value && Object.keys(value).length === 2;

/** Field errors carry their sentence in both languages; the reader gets one. */
function localizedErrors(errors: unknown, language: Language): unknown {
  if (!Array.isArray(errors)) return errors;
  return errors.map((error: { message?: unknown }) =>
    isSentence(error?.message) ? { ...error, message: error.message[language] } : error,
  );
}

function withDetails(details: Readonly<Record<string, unknown>>, language: Language): Record<string, unknown> {
  return "errors" in details ? { ...details, errors: localizedErrors(details.errors, language) } : { ...details };
}

function problem(code: string, entry: Entry, details: Readonly<Record<string, unknown>>, to: Reader): Problem {
  return {
    ...withDetails(details, to.language),
    type: `/problems/${code.toLowerCase().replaceAll("_", "-")}`,
    title: entry.title[to.language],
    status: entry.status,
    code,
    instance: `urn:uuid:${to.requestId}`,
  };
}

export interface Reader {
  readonly language: Language;
  readonly requestId: string;
}

type GeneralCode = keyof typeof generalRefusals;

/** Errors of body-parser, router, static files and Node carry a status below 500 and tell about the request, not about us. */
const codeByStatus: Readonly<Record<number, GeneralCode>> = {
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  413: "BODY_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
};

/** Errors of the store that a service did not translate, known by name so that this file does not load a driver. */
const codeByName: Readonly<Record<string, GeneralCode>> = {
  IdempotencyKeyReused: "IDEMPOTENCY_KEY_REUSED",
  UniqueConflict: "CONFLICT",
};

function generalCodeOf(error: unknown): GeneralCode | undefined {
  if (!(error instanceof Error)) return undefined;
  const named = codeByName[error.name];
  if (named !== undefined) return named;
  if (isTransient(error)) return "SERVICE_BUSY";
  if (!("status" in error) || typeof error.status !== "number") return undefined;
  const aboutRequest = error.status >= 400 && error.status < 500;
  return codeByStatus[error.status] ?? (aboutRequest ? "MALFORMED_REQUEST" : undefined);
}

/** What an error becomes for the caller. Only a `Refusal` speaks for itself; nothing internal ever gets out. */
export function problemOf(error: unknown, to: Reader): Problem {
  if (error instanceof Refusal) return problem(error.code, error, error.details, to);
  const code = generalCodeOf(error);
  if (code === undefined) return problem(internalError.code, internalError, {}, to);
  const entry: RefusalEntry = generalRefusals[code];
  return problem(code, entry, {}, to);
}
