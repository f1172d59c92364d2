import type { Operation } from "@rialto/contracts/kernel/operation";
import { publicPath } from "@rialto/contracts/kernel/public-path";
import { schemaOf } from "./input-schema.ts";
import type { OperationInput } from "./send.ts";

/** An address with something in it that does not belong there. */
export interface HostileAddress {
  readonly what: string;
  readonly path: string;
  /** What the refusal must name, where it gets as far as that. */
  readonly field?: { readonly part: "query" | "params"; readonly name: string };
}

const numbers = ["abc", "1e400", "-1", "99999999999", "1.5", "", "NaN", "Infinity", "[object%20Object]", "%00", "1%00"];
const texts = ["%00", "a%0ab", "%1b%5b31m", "x".repeat(1_000), "%f0%9f", "%ff", "%ed%a0%80"];
const operatorForms = (name: string) => [
  `${name}[$gt]=`,
  `${name}[$ne]=1`,
  `${name}[$where]=sleep(1000)`,
  `${name}[]=a&${name}[]=b`,
  `${name}=a&${name}=b`,
  `${name}[__proto__][admin]=1`,
  `${name}.$gt=`,
];
const unknown = [
  "unknown=1",
  "__proto__[admin]=1",
  "constructor.prototype.admin=1",
  "$where=1",
  "_id=1",
  `${"x".repeat(1_000)}=1`,
];

function badQueries(operation: Operation): { search: string; name: string }[] {
  const properties = Object.entries(schemaOf(operation.query)?.properties ?? {});
  const ofFields = properties.flatMap(([name, { type, enum: list, format, pattern, maxLength }]) => {
    const shaped = list !== undefined || format !== undefined || pattern !== undefined;
    const bad = type === "string" ? texts.filter((text) => shaped || text.length > (maxLength ?? 0)) : numbers;
    const values = type === "string" || type === "integer" || type === "number" ? bad : [];
    return [...values.map((value) => `${name}=${value}`), ...operatorForms(name)].map((search) => ({ search, name }));
  });
  return [...ofFields, ...unknown.map((search) => ({ search, name: search.split("=")[0] ?? "" }))];
}

const parameters = [
  "not-a-uuid",
  encodeURIComponent(JSON.stringify({ $gt: "" })),
  encodeURIComponent(JSON.stringify({ $where: "sleep(1000)" })),
  "[object%20Object]",
  "..%2f..%2fetc%2fpasswd",
  "%00",
  "%0d%0aset-cookie:a=b",
  "%e4%b8%96",
  "%f0%9f%98%80",
  "%ff",
  "%zz",
  "__proto__",
  "constructor",
  "null",
  "x".repeat(2_000),
];

function filled(operation: Operation, { params = {} }: OperationInput, name: string, value: string): string {
  return publicPath(operation).replace(/:(\w+)/g, (_, each: string) =>
    each === name ? value : encodeURIComponent(String(params[each])),
  );
}

/** Takes almost any text, because people type it. */
const forgiving = new Set(["code"]);

export function hostileQueries(operation: Operation, input: OperationInput): HostileAddress[] {
  const path = filled(operation, input, "", "");
  const queries = badQueries(operation).map(({ search, name }): HostileAddress => {
    return { what: `query ${search.slice(0, 60)}`, path: `${path}?${search}`, field: { part: "query", name } };
  });
  const names = Object.keys(operation.params.shape).filter((name) => !forgiving.has(name));
  const params = names.flatMap((name) =>
    parameters.map((value): HostileAddress => {
      const field = { part: "params", name } as const;
      return { what: `${name} ${value.slice(0, 40)}`, path: filled(operation, input, name, value), field };
    }),
  );
  return [...queries, ...params];
}
