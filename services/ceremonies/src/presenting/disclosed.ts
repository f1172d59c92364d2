import type { AgreementTerms, Announcement, Party } from "@rialto/contracts/ceremonies/values";

interface Text {
  readonly terms: AgreementTerms;
  readonly parties: readonly Party[];
  readonly announcement: Announcement;
}

/** The part of an agreement that the public may read. Every public presenter takes its words from here and nowhere else. */
export interface Disclosed {
  readonly title?: AgreementTerms["title"];
  readonly parties?: readonly Party[];
  readonly amount?: NonNullable<AgreementTerms["amount"]>;
}

export function disclosed({ terms, parties, announcement }: Text): Disclosed {
  if (!announcement.agreement) return {};
  const { title, amount } = terms;
  return { title, parties, ...(announcement.amount && amount !== undefined ? { amount } : {}) };
}
