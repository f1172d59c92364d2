import { faultsOf, names } from "./expect-problem.ts";
import { inParallel, type RawRequest, send } from "./send.ts";

/** A request, and what its refusal must say. */
export interface Attempt {
  readonly what: string;
  readonly request: RawRequest;
  readonly field?: { readonly part: string; readonly name: string };
  /** Which codes are right; any refusal when absent. */
  readonly codes?: readonly string[];
}

/** The input itself is at fault, and nobody has looked any further. */
export const badInput: readonly string[] = ["INVALID_INPUT", "MALFORMED_REQUEST", "BODY_TOO_LARGE"];

/** Makes all attempts and says which were not refused as they must be. */
export async function complaintsAbout(url: string, attempts: readonly Attempt[]): Promise<string[]> {
  const all = await inParallel(attempts, async ({ what, request, field, codes }) => {
    const reply = await send(url, request).catch((error: Error) => error);
    if (reply instanceof Error) return [`${what}: ${reply.message}`];
    const silent = field !== undefined && reply.json?.code === "INVALID_INPUT" && !names(reply, field.part, field.name);
    const unnamed = silent ? [`does not name ${field.part} ${field.name}: ${reply.text}`] : [];
    const code = String(reply.json?.code);
    const other = codes === undefined || codes.includes(code) ? [] : [`refused as ${code}`];
    return [...faultsOf(reply), ...unnamed, ...other].map((fault) => `${what}: ${fault}`);
  });
  return all.flat();
}
