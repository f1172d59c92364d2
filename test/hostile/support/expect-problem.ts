import type { Reply } from "./send.ts";

/** Words that only our own code, our libraries and our servers use. */
const internals =
  /node_modules|\.ts:\d|file:\/\/|\bat \w+ \(|"stack"|ZodError|SyntaxError|TypeError|Invalid input|MongoServer|mongodb|E11000|BSON|kafka|ECONN/i;

/** What is wrong with a refusal as RFC 9457 and our own rules want it; empty: nothing. */
export function faultsOf({ status, headers, json, text }: Reply): string[] {
  if (status >= 500) return [`answered ${status}: ${text.slice(0, 200)}`];
  if (status < 400) return [`was not refused: ${status}`];
  if (json === undefined) return [`${status} without JSON: ${text.slice(0, 100)}`];
  const { code, title, type, instance } = json;
  return [
    ...(String(headers["content-type"]).startsWith("application/problem+json")
      ? []
      : [`content type ${headers["content-type"]}`]),
    ...(typeof code === "string" && /^[A-Z][A-Z_]+$/.test(code) ? [] : [`code ${String(code)}`]),
    ...(typeof title === "string" && title.length > 5 ? [] : [`title ${String(title)}`]),
    ...(typeof type === "string" && typeof instance === "string" && json.status === status ? [] : ["incomplete problem"]),
    ...(internals.test(text) ? [`tells of internals: ${text.slice(0, 300)}`] : []),
  ];
}

interface FieldError {
  readonly in: string;
  readonly field: string;
  readonly message: unknown;
}

/** Whether the refusal names this field (or a part of it, or what it is part of) with a sentence. */
export function names({ json }: Reply, part: string, field: string): boolean {
  const errors = (json?.errors ?? []) as readonly FieldError[];
  return errors.some((error) => {
    // Long names are cut.
    const named = error.field.replace(/\.{3}$/, "");
    const told = error.in === part && typeof error.message === "string" && error.message.length > 3;
    return told && (field.startsWith(named) || named.startsWith(field));
  });
}
