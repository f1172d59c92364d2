import { publicPath } from "@rialto/contracts/kernel/public-path";
import { operations } from "@rialto/contracts/operation-catalog";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { complaintsAbout } from "./support/attempts.ts";
import { entitled } from "./support/callers.ts";
import { hostileBodies, hugeBodies, nowhere, otherMethods } from "./support/hostile-requests.ts";
import { pathOf, type RawRequest, requestOf, send } from "./support/send.ts";
import { contexts, type ServicesTogether, startServicesTogether } from "./support/services-together.ts";
import { calm, type Traces, tracesOf } from "./support/traces.ts";
import { validInput } from "./support/valid-input.ts";
import { buildWorld, type World } from "./support/world.ts";

let fair: ServicesTogether;
let here: World;
let before: Traces;

beforeAll(async () => {
  fair = await startServicesTogether();
  here = await buildWorld(fair);
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

/** A server that stops reading may be heard, or the connection may end first. */
const refusalOf = (request: RawRequest): Promise<string> =>
  send(fair.url, request).then(
    ({ status }) => String(status),
    () => "cut off",
  );

const changing = operations.filter(({ method }) => method !== "get");

describe("requests of a wrong form", () => {
  test("with bodies of every wrong form are refused", async () => {
    for (const operation of changing) {
      const request = requestOf(operation, validInput(operation, here), await entitled(fair, here, operation));
      const attempts = hostileBodies(request).map((one) => ({ ...one, what: `${operation.id} ${one.what}` }));
      expect(await complaintsAbout(fair.url, attempts)).toEqual([]);
    }
  });

  test("with 10 MB, announced or in pieces, are refused by every service and through the gateway", async () => {
    for (const context of ["gateway", ...contexts]) {
      const operation = changing.find((one) => one.context === context);
      if (operation === undefined) throw new Error(`${context} changes nothing`);
      const request = requestOf(operation, validInput(operation, here), await entitled(fair, here, operation));
      for (const url of [fair.url, fair.urlOf(context)]) expect(await complaintsAbout(url, hugeBodies(request))).toEqual([]);
    }
  });

  test("with a method that the address does not take are refused, and told which it takes", async () => {
    const taken = new Map<string, string[]>();
    for (const operation of operations) {
      const path = publicPath(operation);
      taken.set(path, [...(taken.get(path) ?? []), operation.method.toUpperCase()]);
    }
    for (const operation of operations) {
      const path = pathOf(operation, { params: validInput(operation, here).params });
      const attempts = otherMethods(path, taken.get(publicPath(operation)) ?? []);
      expect(await complaintsAbout(fair.url, attempts)).toEqual([]);
      const refused = await send(fair.url, { method: "PROPFIND", path });
      expect(refused.headers.allow?.split(", ")).toEqual(taken.get(publicPath(operation)));
    }
  });

  test("for addresses where nothing is are refused", async () => {
    const attempts = nowhere.flatMap((path) =>
      ["GET", "POST"].map((method) => ({ what: `${method} ${path.slice(0, 60)}`, request: { method, path } })),
    );
    expect(await complaintsAbout(fair.url, attempts)).toEqual([]);
  });

  test("with more headers, or a longer address, than a server reads are refused", async () => {
    const path = "/api/venue/fairs";
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`x-h${index}`, "1"]));
    const huge = [
      { method: "GET", path, headers: { "x-huge": "x".repeat(100_000) } },
      { method: "GET", path, headers: { authorization: `Bearer ${"a".repeat(60_000)}` } },
      { method: "GET", path, headers: many },
      { method: "GET", path: `${path}?limit=${"1".repeat(100_000)}` },
    ];
    for (const request of huge) expect(await refusalOf(request)).toMatch(/^(431|cut off)$/);
    const long = { what: "long", request: { method: "GET", path: `${path}?cursor=${"1".repeat(10_000)}` } };
    expect(await complaintsAbout(fair.url, [{ ...long, field: { part: "query", name: "cursor" } }])).toEqual([]);
  });
});
