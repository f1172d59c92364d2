import { type ContextKind, contextKinds } from "../profile/context.ts";

/** Numbers for strings, dense and never reused, so that a number means the same for the life of an engine. */
export type Vocabulary = {
  numberOf(value: string): number;
  /** A token of the context: the number of `kind:value` times 8, plus the kind's own number. */
  tokenOf(kind: ContextKind, value: string): number;
  valueOf(number: number): string;
  /** All values, by number. */
  all(): readonly string[];
};

/** `known`: values that have their numbers already, from 0 on. */
export function createVocabulary(known: readonly string[] = []): Vocabulary {
  const values = [...known];
  const numbers = new Map(values.map((value, number) => [value, number]));
  // By kind and value, because putting both into one string costs more than anything else about a token.
  const tokens = new Map(contextKinds.map((kind) => [kind, new Map<string, number>()]));

  function numberOf(value: string): number {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, values.length);
    return values.push(value) - 1;
  }

  function tokenOf(kind: ContextKind, value: string): number {
    const ofKind = tokens.get(kind)!;
    const known = ofKind.get(value);
    if (known !== undefined) return known;
    const token = numberOf(`${kind}:${value}`) * 8 + contextKinds.indexOf(kind);
    ofKind.set(value, token);
    return token;
  }

  return { numberOf, tokenOf, valueOf: (number) => values[number]!, all: () => values };
}
