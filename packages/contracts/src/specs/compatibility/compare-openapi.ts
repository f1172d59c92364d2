import { isObject, type Json, type JsonObject } from "../json.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { resolve } from "./place.ts";

interface FoundOperation {
  readonly id: string;
  readonly address: string;
  readonly operation: JsonObject;
  readonly root: JsonObject;
}

const objectIn = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

function operationsOf(root: JsonObject): Map<string, FoundOperation> {
  const found = Object.entries(objectIn(root.paths)).flatMap(([path, item]) =>
    Object.entries(objectIn(item)).map(([method, operation]): FoundOperation => {
      const address = `${method.toUpperCase()} ${path}`;
      return { id: String(objectIn(operation).operationId ?? address), address, operation: objectIn(operation), root };
    }),
  );
  return new Map(found.map((one) => [one.id, one]));
}

function parametersOf({ operation, root, id }: FoundOperation): Map<string, JsonObject> {
  const list = Array.isArray(operation.parameters) ? operation.parameters : [];
  const parameters = list.map((schema) => resolve({ schema, root, where: id }).schema);
  return new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
}

function compareParameters(old: FoundOperation, now: FoundOperation): string[] {
  const [before, after] = [parametersOf(old), parametersOf(now)];
  const changes = [...before].flatMap(([name, parameter]) => {
    const there = after.get(name);
    const where = `${old.id} ${name}`;
    if (there === undefined) return [`${where} is gone`];
    const required = there.required === true && parameter.required !== true ? [`${where} is required now`] : [];
    return [
      ...required,
      ...compareSchemas(
        { schema: parameter.schema, root: old.root, where },
        { schema: there.schema, root: now.root, where },
        "input",
      ),
    ];
  });
  const added = [...after].filter(([name, { required }]) => required === true && !before.has(name));
  return [...changes, ...added.map(([name]) => `${old.id} ${name} is required now`)];
}

const jsonOf = (holder: Json | undefined): Json | undefined =>
  objectIn(objectIn(objectIn(holder).content)["application/json"]).schema;

function compareBodies(old: FoundOperation, now: FoundOperation): string[] {
  const [before, after] = [objectIn(old.operation.requestBody), objectIn(now.operation.requestBody)];
  const where = `${old.id} body`;
  if (jsonOf(before) === undefined) return after.required === true ? [`${where} is required now`] : [];
  if (jsonOf(after) === undefined) return [`${where} is gone`];
  const required = after.required === true && before.required !== true ? [`${where} is required now`] : [];
  const [was, is] = [
    { schema: jsonOf(before), root: old.root, where },
    { schema: jsonOf(after), root: now.root, where },
  ];
  return [...required, ...compareSchemas(was, is, "input")];
}

const responsesOf = ({ operation, root, id }: FoundOperation): [string, JsonObject][] =>
  Object.entries(objectIn(operation.responses)).map(([status, schema]) => [status, resolve({ schema, root, where: id }).schema]);

const successOf = (operation: FoundOperation): [string, JsonObject] =>
  responsesOf(operation).find(([status]) => status.startsWith("2")) ?? ["none", {}];

function compareResults(old: FoundOperation, now: FoundOperation): string[] {
  const [[wasStatus, before], [isStatus, after]] = [successOf(old), successOf(now)];
  const where = `${old.id} result`;
  if (wasStatus !== isStatus) return [`${where}: status was ${wasStatus}, is ${isStatus}`];
  if (jsonOf(before) === undefined) return [];
  if (jsonOf(after) === undefined) return [`${where} is gone`];
  const [was, is] = [
    { schema: jsonOf(before), root: old.root, where },
    { schema: jsonOf(after), root: now.root, where },
  ];
  return compareSchemas(was, is, "output");
}

/** Code -> status of everything an operation may refuse with. */
function refusalsOf(operation: FoundOperation): Map<string, string> {
  const codes = responsesOf(operation).flatMap(([status, response]) => {
    const { examples } = objectIn(objectIn(response.content)["application/problem+json"]);
    return Object.keys(objectIn(examples)).map((code): [string, string] => [code, status]);
  });
  return new Map(codes);
}

function compareRefusals(old: FoundOperation, now: FoundOperation): string[] {
  const after = refusalsOf(now);
  return [...refusalsOf(old)]
    .filter(([code, status]) => after.has(code) && after.get(code) !== status)
    .map(([code, status]) => `${old.id}: ${code} was ${status}, is ${after.get(code)}`);
}

/** Nobody who might call before may be turned away. */
function comparePolicies(old: FoundOperation, now: FoundOperation): string[] {
  const [before, after] = [objectIn(old.operation["x-policy"]), objectIn(now.operation["x-policy"])];
  if (after.kind === "public") return [];
  if (before.kind !== after.kind) return [`${old.id}: policy was ${before.kind}, is ${after.kind}`];
  const roles = Array.isArray(after.roles) ? after.roles : [];
  const lost = (Array.isArray(before.roles) ? before.roles : []).filter((role) => !roles.includes(role));
  return lost.map((role) => `${old.id}: not for ${role} any more`);
}

/** Every way in which one OpenAPI document breaks the clients of an earlier one. */
export function compareOpenApi(before: JsonObject, after: JsonObject): string[] {
  const there = operationsOf(after);
  return [...operationsOf(before).values()].flatMap((old) => {
    const now = there.get(old.id);
    if (now === undefined) return [`${old.id} is gone`];
    return [
      ...(old.address === now.address ? [] : [`${old.id}: address was ${old.address}, is ${now.address}`]),
      ...comparePolicies(old, now),
      ...compareParameters(old, now),
      ...compareBodies(old, now),
      ...compareResults(old, now),
      ...compareRefusals(old, now),
    ];
  });
}
