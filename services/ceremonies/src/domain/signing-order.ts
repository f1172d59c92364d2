import type { Party } from "@rialto/contracts/ceremonies/values";

/** One signature on one of the originals; `copyOf` is the organization that keeps it. */
export interface Signature {
  readonly signatoryId: string;
  readonly copyOf: string;
}

/**
 * Who signs which original, one after the other. Each signatory begins with the original of the own party, where it is
 * named first (the alternat of diplomatic practice, which shows the parties as equals), in the order of the parties; then
 * the others' originals follow in the same order. With two parties: A signs A's, B signs B's, A signs B's, B signs A's.
 */
export function signingOrder(parties: readonly Pick<Party, "organizationId" | "signatoryId">[]): Signature[] {
  const own = parties.map(({ organizationId, signatoryId }) => ({ signatoryId, copyOf: organizationId }));
  const others = parties.flatMap(({ organizationId, signatoryId }) =>
    parties
      .filter((party) => party.organizationId !== organizationId)
      .map((party) => ({ signatoryId, copyOf: party.organizationId })),
  );
  return [...own, ...others];
}
