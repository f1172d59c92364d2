/** An entry as the service shows it; each fingerprint is a SHA-256 in hexadecimal. */
export interface Entry {
  readonly index: number;
  readonly at: string;
  readonly what: string;
  readonly dataDigest: string;
  readonly prevHash: string;
  readonly hash: string;
}

const BEGINNING = "0".repeat(64);

/** The entry without its fingerprint in canonical JSON (RFC 8785): the keys in their order, no spaces. */
function sealedText({ at, dataDigest, index, prevHash, what }: Entry): string {
  return JSON.stringify({ at, dataDigest, index, prevHash, what });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export type ChainVerdict =
  | { readonly is: "intact" }
  | { readonly is: "broken"; readonly at: number }
  /** Browsers compute fingerprints on secure connections only. */
  | { readonly is: "impossible" };

/** Recomputes every fingerprint, so that nobody has to take the service's word for it. */
export async function checkChain(trail: readonly Entry[], head: string): Promise<ChainVerdict> {
  if (globalThis.crypto?.subtle === undefined) return { is: "impossible" };
  let before = BEGINNING;
  for (const [place, entry] of trail.entries()) {
    const fits = entry.index === place && entry.prevHash === before && (await sha256(sealedText(entry))) === entry.hash;
    if (!fits) return { is: "broken", at: place };
    before = entry.hash;
  }
  return before === head ? { is: "intact" } : { is: "broken", at: Math.max(0, trail.length - 1) };
}
