import type { Operation } from "@rialto/contracts/kernel/operation";
import { publicPath } from "@rialto/contracts/kernel/public-path";

type Values = Readonly<Record<string, unknown>>;

const searchOf = (query: Values): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one));
  }
  return search.size === 0 ? "" : `?${search}`;
};

/** The operation's address with its parameters filled in. Throws when one is missing. */
export function addressOf(operation: Operation, params: Values = {}, query: Values = {}): string {
  const path = publicPath(operation).replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === "") throw new TypeError(`${operation.id} needs the parameter ${name}`);
    return encodeURIComponent(String(value));
  });
  return path + searchOf(query);
}
