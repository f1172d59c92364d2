import { describe, expect, test } from "vitest";
import { eventByType, events, topics } from "./event-catalog.ts";
import { publicPath } from "./kernel/public-path.ts";
import { operationById, operations, operationsByContext } from "./operation-catalog.ts";
import { refusalByCode, refusalsByContext } from "./refusal-catalog.ts";

const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe("operations", () => {
  test("have ids and addresses of their own", () => {
    expect(operations.length).toBeGreaterThan(0);
    expect(repeated(operations.map(({ id }) => id))).toEqual([]);
    expect(repeated(operations.map((operation) => `${operation.method} ${publicPath(operation)}`))).toEqual([]);
    expect(operationById.size).toBe(operations.length);
  });

  test("stand under the context that answers them", () => {
    for (const [context, own] of Object.entries(operationsByContext)) {
      expect(own.filter((operation) => operation.context !== context).map(({ id }) => id)).toEqual([]);
    }
  });

  test.each(operations)("$id has a true example", ({ params, query, body, result, example }) => {
    params.parse(example.params ?? {});
    query.parse(example.query ?? {});
    body.parse(example.body);
    expect(result.parse(example.result)).toEqual(example.result);
  });

  test.each(operations)("$id names its path's parameters, all of them and no other", ({ path, params }) => {
    const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(inPath.toSorted()).toEqual(Object.keys(params.shape).toSorted());
  });

  test("of a fair say which fair", () => {
    const fairless = operations.filter(({ policy, path }) => policy.kind === "fair" && !/:fairId(\/|$)/.test(path));
    expect(fairless.map(({ id }) => id)).toEqual([]);
  });

  test("that read have no body", () => {
    const odd = operations.filter(({ method, body }) => method === "get" && !body.safeParse(undefined).success);
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test("refuse only with what a catalogue explains", () => {
    const unknown = operations.flatMap(({ id, refusals }) =>
      Object.entries(refusals)
        .filter(([code, entry]) => refusalByCode.get(code) !== entry)
        .map(([code]) => `${id}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe("refusals", () => {
  const codes = Object.values(refusalsByContext).flatMap((catalog) => Object.keys(catalog));

  test("have codes of their own", () => {
    expect(repeated(codes)).toEqual([]);
    expect(codes.filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code))).toEqual([]);
  });

  test("speak English and Chinese", () => {
    const silent = [...refusalByCode].filter(([, { title }]) => !/[a-z]/.test(title.en) || !/\p{Script=Han}/u.test(title.zh));
    expect(silent.map(([code]) => code)).toEqual([]);
  });
});

describe("events", () => {
  test("have types of their own, in their topic's context", () => {
    expect(repeated(events.map(({ type }) => type))).toEqual([]);
    expect(eventByType.size).toBe(events.length);
    const strangers = events.filter(({ type, topic }) => type.split(".")[0] !== topic.name.split(".")[0]);
    expect(strangers.map(({ type }) => type)).toEqual([]);
  });

  test.each(events)("$type has a true example, and a key in it", ({ data, example, key, draft }) => {
    const parsed = data.parse(example);
    expect(parsed).toEqual(example);
    expect(typeof parsed[key]).toBe("string");
    expect(draft(example).data).toEqual(example);
  });

  test("share topics that are declared alike", () => {
    expect(repeated(topics.map(({ name }) => name))).toEqual([]);
    for (const { topic } of events) expect(topics).toContainEqual(topic);
  });
});
