import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import type { Refusal, Sentence } from "@rialto/contracts/kernel/refusal";
import type { z } from "zod";
import { complain } from "./field-sentences.ts";

export type InputPart = "params" | "query" | "body" | "headers";

/** One thing that is wrong with a request. `message` is put into the reader's language when it is answered. */
export interface FieldError {
  readonly in: InputPart;
  /** `slots[0].id`; empty for the part as a whole. */
  readonly field: string;
  readonly code: string;
  readonly message: Sentence;
}

const MAXIMUM_ERRORS = 50;
const MAXIMUM_FIELD_LENGTH = 100;

/** `["slots", 0, "id"]` -> `slots[0].id`. */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>(
    (whole, key) => (typeof key === "number" ? `${whole}[${key}]` : whole === "" ? String(key) : `${whole}.${String(key)}`),
    "",
  );
  return name.length > MAXIMUM_FIELD_LENGTH ? `${name.slice(0, MAXIMUM_FIELD_LENGTH)}...` : name;
}

/** An unknown field is reported under its own name, everything else where it lies. */
const pathsOf = (issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] =>
  issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

export const fieldErrors = (part: InputPart, error: z.core.$ZodError): FieldError[] =>
  error.issues
    .flatMap((issue) => pathsOf(issue).map((path) => ({ in: part, field: fieldName(path), ...complain(issue) })))
    .slice(0, MAXIMUM_ERRORS);

/** The refusal `INVALID_INPUT`, naming each field. */
export const invalidInput = (errors: readonly FieldError[]): Refusal =>
  refuseInGeneral("INVALID_INPUT", { errors: errors.slice(0, MAXIMUM_ERRORS) });
