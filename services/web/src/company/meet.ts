const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export interface Met<Draft> {
  /** What is typed here, with what the others changed in fields that nobody touched here. */
  readonly draft: Draft;
  /** Fields that were changed here and there, differently. */
  readonly clashes: readonly (keyof Draft & string)[];
}

/** Brings together what two people have made of the same thing (three-way merge, field by field). */
export function meet<Draft extends object>(base: Draft, mine: Draft, theirs: Draft): Met<Draft> {
  const fields = Object.keys(base) as (keyof Draft & string)[];
  const changedThere = fields.filter((field) => !same(base[field], theirs[field]));
  const untouched = changedThere.filter((field) => same(base[field], mine[field]));
  return {
    draft: { ...mine, ...Object.fromEntries(untouched.map((field) => [field, theirs[field]])) },
    clashes: changedThere.filter((field) => !untouched.includes(field) && !same(mine[field], theirs[field])),
  };
}

export const isSame = same;
