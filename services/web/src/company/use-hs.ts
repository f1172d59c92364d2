import { useDebouncedValue } from "@mantine/hooks";
import { nameHsCodes, proposeHsCodes } from "@rialto/contracts/registry/operations/hs-codes";
import { useOperation } from "../data/use-operation.ts";
import type { Localized } from "../language/names.tsx";

const PAUSE_MS = 200;
const MOST_LETTERS = 200;

/** Codes for what is being typed, asked for when the typing pauses. */
export function useHsProposals(text: string) {
  const [q] = useDebouncedValue(text.trim().slice(0, MOST_LETTERS), PAUSE_MS);
  const read = useOperation(proposeHsCodes, { query: { q } }, { enabled: q !== "", smooth: true });
  return {
    items: q === "" ? [] : (read.data?.items ?? []),
    isWaiting: q !== "" && read.data === undefined && read.error === null,
  };
}

/** What these codes are called. */
export function useHsNames(codes: readonly string[]): ReadonlyMap<string, Localized> {
  const asked = [...new Set(codes)].toSorted().slice(0, 100).join(",");
  const read = useOperation(nameHsCodes, { query: { codes: asked } }, { enabled: asked !== "", smooth: true });
  return new Map(read.data?.items.map(({ code, name }) => [code, name]));
}
