import { verifyCertificate } from "@rialto/contracts/ceremonies/operations/certificates";

/** What an address asks for. Whatever somebody puts into it, the service is asked only what it understands. */
export type Asked =
  | { readonly is: "nothing" | "malformed" }
  | { readonly is: "code"; readonly code: string; readonly head: string | undefined; readonly isHeadDamaged: boolean };

export function askedBy(code: string | undefined, head: string | null): Asked {
  if (code === undefined || code.trim() === "") return { is: "nothing" };
  const params = verifyCertificate.params.safeParse({ code });
  if (!params.success) return { is: "malformed" };
  const query = verifyCertificate.query.safeParse(head === null ? {} : { head });
  return { is: "code", code: params.data.code, head: query.data?.head, isHeadDamaged: !query.success };
}

/** As much of the seal as an address carries: 64 bits. */
const HEAD_IN_ADDRESS = 16;

/** The address of a certificate, with the seal that it had when somebody looked at it. */
export const addressOf = (origin: string, code: string, trailHead: string): string =>
  `${origin}/certificate/${encodeURIComponent(code)}?head=${trailHead.slice(0, HEAD_IN_ADDRESS)}`;

/** `K7QM-3XZP-9TRA-W2HD` from what was typed; the service forgives the same. */
export const asPrinted = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/(.{4})(?=.)/g, "$1-");

export const shortened = (hash: string): string => `${hash.slice(0, 8)}…${hash.slice(-8)}`;
