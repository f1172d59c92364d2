import { z } from "zod";
import type { Policy, Principal } from "./policy.ts";
import type { RefusalEntry } from "./refusal.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";

const Nothing = z.strictObject({});

export interface Operation<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
  Who extends Policy = Policy,
> {
  /** camelCase, unique in the system: `holdBooth`. */
  readonly id: string;
  /** The service that answers it. Public address: `/api/<context>` + path. */
  readonly context: string;
  readonly method: Method;
  /** In Express notation, with `:fairId` where the policy needs one: `/fairs/:fairId/booths/:boothId/hold`. */
  readonly path: string;
  readonly summary: string;
  readonly policy: Who;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly result: Result;
  /** Status of success: 200, 201, 202 or 204. */
  readonly status: number;
  /** What it may refuse with, beside what every operation may (validation, sign-in, rate). */
  readonly refusals: Readonly<Record<string, RefusalEntry>>;
  readonly example: OperationExample<Params, Query, Body, Result>;
  /** Highest number of calls a minute from one caller (account or address); the service's default when absent. */
  readonly perMinute?: number;
}

/** A true call and its answer; params and query only where the operation has them. */
export interface OperationExample<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Result extends z.ZodType,
> {
  readonly params?: z.input<Params>;
  readonly query?: z.input<Query>;
  readonly body?: z.input<Body>;
  readonly result: z.input<Result>;
}

export type ParamsOf<O extends Operation> = z.output<O["params"]>;
export type QueryOf<O extends Operation> = z.output<O["query"]>;
export type BodyOf<O extends Operation> = z.output<O["body"]>;
export type ResultOf<O extends Operation> = z.output<O["result"]>;
export type BodyInput<O extends Operation> = z.input<O["body"]>;
export type QueryInput<O extends Operation> = z.input<O["query"]>;
export type ResultInput<O extends Operation> = z.input<O["result"]>;
export type ParamsInput<O extends Operation> = z.input<O["params"]>;
/** Who calls it: somebody, or for a public operation perhaps nobody known. */
export type PrincipalOf<O extends Operation> = "public" extends O["policy"]["kind"] ? Principal | undefined : Principal;

/** Declares an operation once, for routes, clients, specs, policies and tests. Bodies should be strict objects. */
export function defineOperation<
  Result extends z.ZodType,
  Params extends z.ZodObject = typeof Nothing,
  Query extends z.ZodObject = typeof Nothing,
  Body extends z.ZodType = z.ZodUndefined,
  Who extends Policy = Policy,
>(declaration: {
  id: string;
  context: string;
  method: Method;
  path: string;
  summary: string;
  policy: Who;
  params?: Params;
  query?: Query;
  body?: Body;
  result: Result;
  status?: number;
  refusals?: Readonly<Record<string, RefusalEntry>>;
  example: OperationExample<Params, Query, Body, Result>;
  perMinute?: number;
}): Operation<Params, Query, Body, Result, Who> {
  return {
    ...declaration,
    params: declaration.params ?? (Nothing as z.ZodObject as Params),
    query: declaration.query ?? (Nothing as z.ZodObject as Query),
    body: declaration.body ?? (z.undefined() as z.ZodType as Body),
    status: declaration.status ?? 200,
    refusals: declaration.refusals ?? {},
  };
}

/** A part of a catalogue, by code: what one operation may refuse with. */
export const only = <Catalog extends Readonly<Record<string, RefusalEntry>>>(
  catalog: Catalog,
  ...codes: (keyof Catalog & string)[]
): Readonly<Record<string, RefusalEntry>> => Object.fromEntries(codes.map((code) => [code, catalog[code] as RefusalEntry]));

/** One page of a list. */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Items and the cursor of the next page; no cursor: this was the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });
