import type { Operation } from "@rialto/contracts/kernel/operation";
import { operations, operationsByContext } from "@rialto/contracts/operation-catalog";
import { fieldName } from "@rialto/service-kit/field-errors";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Attempt, badInput, complaintsAbout } from "./support/attempts.ts";
import { entitled } from "./support/callers.ts";
import { hostileQueries } from "./support/hostile-queries.ts";
import { hostileAt } from "./support/hostile-values.ts";
import { complete, placesOf, replaceAt, schemaOf } from "./support/input-schema.ts";
import { requestOf } from "./support/send.ts";
import { type ServicesTogether, startServicesTogether } from "./support/services-together.ts";
import { calm, type Traces, tracesOf } from "./support/traces.ts";
import { validInput } from "./support/valid-input.ts";
import { buildWorld, type World } from "./support/world.ts";

let fair: ServicesTogether;
let here: World;
let elsewhere: World;
let before: Traces;

beforeAll(async () => {
  fair = await startServicesTogether();
  here = await buildWorld(fair);
  elsewhere = await buildWorld(fair);
  before = await calm(fair);
});
afterAll(() => fair.dispose());

afterEach(async () => {
  expect(fair.errors.splice(0)).toEqual([]);
  const after = await tracesOf(fair);
  const last = before;
  before = after;
  expect(after).toEqual(last);
});

function badBodies(operation: Operation, token: string | undefined): Attempt[] {
  const schema = schemaOf(operation.body);
  if (schema === undefined) return [];
  const input = validInput(operation, here);
  const body = complete(schema, input.body);
  return placesOf(schema, body).flatMap((place) =>
    hostileAt(place).map(({ what, value }) => ({
      what: `${operation.id} ${fieldName(place.path)}: ${what}`,
      request: requestOf(operation, { ...input, body: replaceAt(body, place.path, value) }, token),
      field: { part: "body", name: fieldName(place.path) },
      codes: badInput,
    })),
  );
}

describe.each(Object.entries(operationsByContext))("%s", (_context, all) => {
  test("every hostile value at every place of every body is refused by name, and leaves nothing", async () => {
    for (const operation of all) {
      const attempts = badBodies(operation, await entitled(fair, here, operation));
      expect(await complaintsAbout(fair.url, attempts)).toEqual([]);
    }
  });
});

test("hostile queries and path parameters are refused", async () => {
  for (const operation of operations) {
    const token = await entitled(fair, here, operation);
    const attempts = hostileQueries(operation, validInput(operation, here)).map(({ what, path, field }) => ({
      what: `${operation.id} ${what}`,
      request: { ...requestOf(operation, validInput(operation, here), token), path },
      ...(field === undefined ? {} : { field }),
    }));
    expect(await complaintsAbout(fair.url, attempts)).toEqual([]);
  }
});

/** Own things of another fair, under the address of this one. */
function ofAnotherFair(operation: Operation, token: string | undefined): Attempt[] {
  const input = validInput(operation, here);
  const names = Object.keys(operation.params.shape).filter((name) => name !== "fairId" && elsewhere.ids[name] !== undefined);
  if (!("fairId" in operation.params.shape)) return [];
  return names.map((name) => {
    const params = { ...input.params, [name]: elsewhere.ids[name] };
    return { what: `${operation.id} ${name}`, request: requestOf(operation, { ...input, params }, token) };
  });
}

/** The same in a body: every identifier in it, one at a time. */
function namingAnotherFair(operation: Operation, token: string | undefined): Attempt[] {
  const schema = schemaOf(operation.body);
  if (schema === undefined) return [];
  const input = validInput(operation, here);
  const there = validInput(operation, elsewhere);
  const foreign = new Map(placesOf(schema, there.body).map(({ path, value }) => [fieldName(path), value]));
  return placesOf(schema, input.body)
    .filter(({ node, value }) => node.format === "uuid" && value !== undefined)
    .map(({ path }) => {
      const body = replaceAt(input.body, path, foreign.get(fieldName(path)));
      return { what: `${operation.id} ${fieldName(path)}`, request: requestOf(operation, { ...input, body }, token) };
    });
}

describe("things of others", () => {
  test("of another fair are refused, in the address and in the body", async () => {
    const attempts = await Promise.all(
      operations.map(async (operation) => {
        const token = await entitled(fair, here, operation);
        return [...ofAnotherFair(operation, token), ...namingAnotherFair(operation, token)];
      }),
    );
    expect(attempts.flat().length).toBeGreaterThan(50);
    expect(await complaintsAbout(fair.url, attempts.flat())).toEqual([]);
  });

  /** What everybody at the fair may see of others, or say about them. */
  // explainRecommendation speaks of the own list only, whoever is asked about.
  const open = new Set(["getOrganization", "getBooth", "freeSlots", "notePreference", "explainRecommendation"]);

  test("of another organization of the same fair are refused to a stranger with the same role", async () => {
    // A booth that somebody has: giving back a free one changes nothing.
    const ids = { ...here.ids, boothId: here.ids.heldBoothId ?? "" };
    const attempts = operations.flatMap((operation) => {
      const { policy, params, id } = operation;
      const concerned = policy.kind === "fair" && policy.roles.includes("exhibitor") && !open.has(id);
      if (!concerned || Object.keys(params.shape).length < 2) return [];
      return [{ what: id, request: requestOf(operation, validInput(operation, { ids }), here.stranger.token) }];
    });
    expect(attempts.length).toBeGreaterThan(20);
    expect(await complaintsAbout(fair.url, attempts)).toEqual([]);
  });

  test("are not listed by saying that one acts for them", async () => {
    const { organizationId } = here.ids;
    const attempts = operations.flatMap((operation) => {
      if (!("actingOrganizationId" in operation.query.shape)) return [];
      const input = { ...validInput(operation, here), query: { actingOrganizationId: organizationId } };
      return [{ what: operation.id, request: requestOf(operation, input, here.stranger.token) }];
    });
    expect(attempts.length).toBeGreaterThan(3);
    expect(await complaintsAbout(fair.url, attempts)).toEqual([]);
  });
});
