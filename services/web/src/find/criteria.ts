const everything = ["organizations", "offers", "needs"] as const;
export type What = (typeof everything)[number];

/** What is sought, as the address of the screen keeps it. */
export interface Criteria {
  readonly what: What;
  readonly q: string;
  readonly role: "exhibitor" | "buyer" | undefined;
  readonly country: string | undefined;
}

const MOST_LETTERS = 100;

/** Whom one looks for, as long as nothing else was chosen: the other side. */
const opposite = (isBuyer: boolean) => (isBuyer ? "exhibitor" : "buyer");

/** Anybody can write an address: what it says is taken only where it means something. */
export function criteriaOf(params: URLSearchParams, isBuyer: boolean): Criteria {
  const role = params.get("role") ?? opposite(isBuyer);
  const country = params.get("country");
  return {
    what: everything.find((one) => one === params.get("what")) ?? "organizations",
    q: (params.get("q") ?? "").slice(0, MOST_LETTERS),
    role: role === "exhibitor" || role === "buyer" ? role : undefined,
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : undefined,
  };
}

const wordsOf = (q: string) => (q.trim() === "" ? {} : { q: q.trim() });

export const organizationQuery = ({ q, role, country }: Criteria) => ({
  ...wordsOf(q),
  ...(role === undefined ? {} : { role }),
  ...(country === undefined ? {} : { country }),
  status: "verified" as const,
});

/** Digits are the beginning of an HS code: goods are then found by it, whatever they are called. */
export function listingQuery({ q }: Criteria): { q?: string; hsCode?: string } {
  const code = q.replaceAll(/[\s.]/g, "");
  return /^\d{2}(?:\d{2}){0,2}$/.test(code) ? { hsCode: code } : wordsOf(q);
}
