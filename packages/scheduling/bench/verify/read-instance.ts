/** The rules of an instance file, read for checking only: nothing here is shared with the reader that feeds the engines. */
export interface Rules {
  people: number;
  tables: number;
  slots: number;
  /** The two people of each meeting and the slots its session spans, counted from 1. */
  meetings: { people: [number, number]; first: number; last: number }[];
  forbidden: Set<number>[];
  fixed: number[];
  /** Meetings that come before, by meeting. */
  earlier: number[][];
}

const everybodys = "nBusiness";

/** Cuts the file into `name = value;` and each value into numbers and brackets. Throws where the file does not say what it must. */
export function readInstance(text: string): Rules {
  const values = new Map<string, string>();
  for (const statement of text.replaceAll(/%[^\n]*/g, "").split(";")) {
    const equals = statement.indexOf("=");
    if (equals > 0) values.set(statement.slice(0, equals).trim(), statement.slice(equals + 1));
  }
  const numbers = (name: string) => Array.from(values.get(name)?.matchAll(/\d+/g) ?? [], Number);
  const number = (name: string) => {
    const [value, ...more] = numbers(name);
    if (value === undefined || more.length > 0) throw new Error(`${name} is not one number`);
    return value;
  };
  const slots = number("nTotalSlots");
  const morning = number("nMorningSlots");
  const rows = numbers("requested");
  const count = number("nMeetings");
  if (rows.length !== 3 * count) throw new Error(`requested holds ${rows.length} numbers for ${count} meetings`);
  return {
    people: number(everybodys),
    tables: number("nTables"),
    slots,
    meetings: Array.from({ length: count }, (_, m) => ({
      people: [rows[3 * m]!, rows[3 * m + 1]!],
      first: rows[3 * m + 2] === 2 ? morning + 1 : 1,
      last: rows[3 * m + 2] === 1 ? morning : slots,
    })),
    forbidden: setsIn(values.get("forbidden"), number(everybodys)).map((list) => new Set(list)),
    fixed: values.has("fixed") ? numbers("fixed") : new Array<number>(count).fill(0),
    earlier: setsIn(values.get("precedences"), count),
  };
}

function setsIn(text: string | undefined, count: number): number[][] {
  if (text === undefined) return Array.from({ length: count }, () => []);
  const sets = text.split("{").slice(1).map(members);
  if (sets.length !== count) throw new Error(`${sets.length} sets where ${count} belong`);
  return sets;
}

/** Of `1, 4..6}`: 1, 4, 5 and 6; a nought stands for nothing. */
function members(text: string): number[] {
  const list: number[] = [];
  for (const item of text.slice(0, text.indexOf("}")).split(",")) {
    const [from, to] = item.split("..").map((end) => Number(end.trim()));
    for (let n = from!; n <= (to ?? from!); n++) if (n > 0) list.push(n);
  }
  return list;
}
