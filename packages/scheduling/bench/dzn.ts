/** A published instance as its file says it; people, meetings and slots are counted from 1. */
export interface DznInstance {
  people: number;
  tables: number;
  slots: number;
  morningSlots: number;
  meetings: { a: number; b: number; session: 1 | 2 | 3 }[];
  forbidden: number[][];
  fixed: number[];
  precedences: number[][];
}

/** Reads a MiniZinc data file of the JAIR 2022 family. Throws on a missing field or lists of the wrong length. */
export function parseDzn(text: string): DznInstance {
  const people = integer(text, "nBusiness");
  const count = integer(text, "nMeetings");
  const instance: DznInstance = {
    people,
    tables: integer(text, "nTables"),
    slots: integer(text, "nTotalSlots"),
    morningSlots: integer(text, "nMorningSlots"),
    meetings: requested(field(text, "requested")),
    forbidden: sets(optionalField(text, "forbidden", people)),
    fixed: integers(field(text, "fixed")),
    precedences: sets(optionalField(text, "precedences", count)),
  };
  if (instance.meetings.length !== count)
    throw new Error(`nMeetings is ${count}, requested has ${instance.meetings.length} rows`);
  if (instance.fixed.length !== count || instance.precedences.length !== count)
    throw new Error("fixed or precedences has the wrong length");
  if (instance.forbidden.length !== people) throw new Error("forbidden has the wrong length");
  return instance;
}

function field(text: string, name: string): string {
  const match = new RegExp(`(?:^|\\n)\\s*${name}\\s*=\\s*([^;]*);`).exec(text);
  if (!match) throw new Error(`the field ${name} is missing`);
  return match[1]!;
}

const optionalField = (text: string, name: string, count: number): string =>
  new RegExp(`(?:^|\\n)\\s*${name}\\s*=`).test(text) ? field(text, name) : "{}".repeat(count);

const integers = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);

const integer = (text: string, name: string): number => {
  const [value] = integers(field(text, name));
  if (value === undefined) throw new Error(`${name} is not a number`);
  return value;
};

/** Sets of positive numbers in braces, ranges `a..b` included; 0 stands for none. */
function sets(text: string): number[][] {
  return [...text.matchAll(/\{([^}]*)\}/g)].map(([, inner]) => [
    ...new Set(
      inner!
        .split(",")
        .flatMap(range)
        .filter((value) => value > 0),
    ),
  ]);
}

function range(part: string): number[] {
  const [from, to] = integers(part);
  if (from === undefined) return [];
  return part.includes("..") ? Array.from({ length: Math.max(0, to! - from + 1) }, (_, i) => from + i) : [from];
}

function requested(text: string): DznInstance["meetings"] {
  const numbers = integers(text);
  return Array.from({ length: Math.floor(numbers.length / 3) }, (_, m) => ({
    a: numbers[3 * m]!,
    b: numbers[3 * m + 1]!,
    session: numbers[3 * m + 2] as 1 | 2 | 3,
  }));
}
