/** How long a token was made to live, in milliseconds, by its own claims; `undefined` when it does not say. Verifies nothing. */
export function lifetimeMs(token: string): number | undefined {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const { exp, iat } = JSON.parse(atob(payload)) as { exp?: unknown; iat?: unknown };
    return typeof exp === "number" && typeof iat === "number" ? (exp - iat) * 1000 : undefined;
  } catch {
    return undefined;
  }
}
