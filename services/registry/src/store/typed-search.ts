import { typedTermsOf } from "../domain/search-terms.ts";

/** Conditions on `state.searchTerms` for what somebody typed; terms hold letters and digits only, so nothing needs escaping. */
export const typedConditions = (typed: string | undefined): object[] =>
  typed === undefined ? [] : typedTermsOf(typed).map((term) => ({ "state.searchTerms": { $regex: `^${term}` } }));

/** Typed text without a single letter or digit finds nothing, rather than everything. */
export const findsNothing = (typed: string | undefined): boolean => typed !== undefined && typedTermsOf(typed).length === 0;
