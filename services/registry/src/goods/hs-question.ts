import type { CodeName } from "@rialto/matching/hs/nomenclature";

export interface NamedCode {
  readonly code: string;
  readonly name: CodeName;
  readonly confidence?: number;
}

/** What the thread is asked: codes for a text, or names of codes. */
export type HsQuestion = { readonly propose: string } | { readonly name: readonly string[] };
