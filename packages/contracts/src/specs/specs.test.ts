import asyncApiSpecs from "@asyncapi/specs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { allSpecs } from "./all-specs.ts";
import { compareSpecs } from "./compatibility/compare-specs.ts";
import { isObject, type Json, type JsonObject, toText } from "./json.ts";
import { contractsVersion, readSpecs, releasedFolder, specFolder } from "./spec-files.ts";

const specs = allSpecs(await contractsVersion());
const ofKind = (kind: string) => Object.entries(specs).filter(([name]) => name.endsWith(`.${kind}.json`));

test("the committed specifications are current: npm run specs -w packages/contracts", async () => {
  const committed = await readSpecs(specFolder);
  expect(Object.keys(committed).sort()).toEqual(Object.keys(specs).sort());
  const stale = Object.entries(specs).filter(([name, spec]) => committed[name]?.text !== toText(spec));
  expect(stale.map(([name]) => name)).toEqual([]);
});

test("nothing that was released is broken", async () => {
  const released = await readSpecs(releasedFolder);
  const broken = Object.entries(released).flatMap(([name, { spec }]) => compareSpecs(spec, specs[name]));
  expect(broken).toEqual([]);
});

describe("a real validator", () => {
  test.each(ofKind("openapi"))("takes %s", async (_name, spec) => {
    const { valid, errors } = await new Validator().validate(structuredClone(spec));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test("for OpenAPI refuses a document that is wrong", async () => {
    const [, spec] = ofKind("openapi")[0] ?? ["", {}];
    expect((await new Validator().validate({ ...structuredClone(spec), paths: { "no-slash": 7 } })).valid).toBe(false);
  });

  const asyncApi = () => {
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats.default(ajv);
    return ajv.compile(asyncApiSpecs.schemasWithoutId["3.0.0"] as object);
  };

  test.each(ofKind("asyncapi"))("takes %s", (_name, spec) => {
    const validate = asyncApi();
    validate(spec);
    expect(validate.errors).toBeNull();
  });

  test("for AsyncAPI refuses a document that is wrong", () => {
    const [, spec] = ofKind("asyncapi")[0] ?? ["", {}];
    expect(asyncApi()({ ...spec, operations: { x: { action: "shout" } } })).toBe(false);
  });
});

/** All objects of a document that satisfy a condition. */
function findAll(value: Json, fits: (object: JsonObject) => boolean): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((item) => findAll(item, fits));
  if (!isObject(value)) return [];
  return [...(fits(value) ? [value] : []), ...Object.values(value).flatMap((member) => findAll(member, fits))];
}

describe.each(Object.entries(specs))("%s", (name, spec) => {
  let ajv: Ajv2020;
  beforeAll(() => {
    ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: "spec", ...spec });
  });

  const compile = (schema: Json) => {
    const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"spec#/'));
    return ajv.compile(absolute);
  };

  test("refers to nothing that is not there", () => {
    for (const { $ref } of findAll(spec, (object) => typeof object.$ref === "string")) {
      const target = String($ref).slice(2).split("/");
      const found = target.reduce<Json | undefined>((inner, step) => (isObject(inner) ? inner[step] : undefined), spec);
      expect(found, `${name}: ${$ref}`).toBeDefined();
    }
  });

  test("has examples that its own schemas take", () => {
    const withExample = findAll(spec, (object) => "example" in object && "schema" in object);
    const messages = findAll(spec, (object) => Array.isArray(object.examples) && "payload" in object);
    const pairs = [
      ...withExample.map(({ schema, example }) => [schema, example] as const),
      ...messages.flatMap(({ payload, examples }) => (examples as JsonObject[]).map((one) => [payload, one.payload] as const)),
    ];
    if (name !== "live.asyncapi.json") expect(pairs.length).toBeGreaterThan(0);
    for (const [schema, example] of pairs) {
      const validate = compile(schema ?? true);
      validate(example);
      expect(validate.errors, JSON.stringify(example)).toBeNull();
    }
  });
});
