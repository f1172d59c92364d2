import type { Operation } from "@rialto/contracts/kernel/operation";
import { operations } from "@rialto/contracts/operation-catalog";
import { dropParkedMessage, listParkedKeys, listParkedMessages, replayParkedKey } from "@rialto/service-kit/parked-routes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, callersOf, operatorCaller, pretenders } from "./support/callers.ts";
import { faultsOf } from "./support/expect-problem.ts";
import { inParallel, type Reply, requestOf, send } from "./support/send.ts";
import { contexts, type ServicesTogether, startServicesTogether } from "./support/services-together.ts";
import { validInput } from "./support/valid-input.ts";
import { buildWorld, type World } from "./support/world.ts";

let fair: ServicesTogether;
let here: World;
let callers: Caller[];

beforeAll(async () => {
  fair = await startServicesTogether();
  here = await buildWorld(fair);
  const elsewhere = await buildWorld(fair);
  callers = [
    ...(await pretenders(fair, here)),
    ...(await callersOf(fair, here, "here")),
    ...(await callersOf(fair, elsewhere, "of another fair")),
    await operatorCaller(fair),
  ];
});
afterAll(() => fair.dispose());

type Verdict = "allowed" | "SIGN_IN_NEEDED" | "FORBIDDEN";

/** The policy as its documentation says it, written a second time so that the code under test does not judge itself. */
function verdictFor({ policy }: Operation, { who }: Caller): Verdict {
  if (policy.kind === "public") return "allowed";
  if (who === undefined) return "SIGN_IN_NEEDED";
  if (policy.kind === "signedIn") return "allowed";
  if (policy.kind === "operator") return who.operator ? "allowed" : "FORBIDDEN";
  const holds = who.grants.some(({ fairId, role }) => fairId === here.fairId && policy.roles.some((one) => one === role));
  return holds ? "allowed" : "FORBIDDEN";
}

/** The address is known, and an operation's own example is good input. */
const neverHere: ReadonlySet<string> = new Set(["NOT_FOUND", "METHOD_NOT_ALLOWED", "INVALID_INPUT", "MALFORMED_REQUEST"]);

/** Answers of an operation's own rules may be anything but a failure; those of the policy have codes of their own. */
function complaint(operation: Operation, caller: Caller, reply: Reply): string | undefined {
  const expected = verdictFor(operation, caller);
  const code = String(reply.json?.code ?? reply.status);
  const faults = reply.status >= 400 ? faultsOf(reply) : [];
  if (faults.length > 0) return `${operation.id} | ${caller.name} | ${faults.join("; ")}`;
  if (neverHere.has(code)) return `${operation.id} | ${caller.name} | did not get as far as its rules: ${code}`;
  const refusedByPolicy = code === "SIGN_IN_NEEDED" || code === "FORBIDDEN";
  const asExpected = expected === "allowed" ? !refusedByPolicy : code === expected;
  return asExpected ? undefined : `${operation.id} | ${caller.name} | expected ${expected}, got ${code}`;
}

async function call(operation: Operation, caller: Caller): Promise<string | undefined> {
  const reply = await send(fair.url, requestOf(operation, validInput(operation, here), caller.token));
  return complaint(operation, caller, reply);
}

describe("every operation, called by everybody", () => {
  test("is refused to those whom its policy does not name, before anything else is looked at", async () => {
    const refused = operations.flatMap((operation) =>
      callers.filter((caller) => verdictFor(operation, caller) !== "allowed").map((caller) => ({ operation, caller })),
    );
    expect(refused.length).toBeGreaterThan(operations.length * 10);
    const complaints = await inParallel(refused, ({ operation, caller }) => call(operation, caller));
    expect(complaints.filter((one) => one !== undefined)).toEqual([]);
  });

  test("is not refused by policy to those whom it names, and never fails", async () => {
    const allowed = operations.flatMap((operation) =>
      callers.filter((caller) => verdictFor(operation, caller) === "allowed").map((caller) => ({ operation, caller })),
    );
    expect(allowed.length).toBeGreaterThan(operations.length);
    // One after another: the same things are changed again and again.
    const complaints = await inParallel(allowed, ({ operation, caller }) => call(operation, caller), 1);
    expect(complaints.filter((one) => one !== undefined)).toEqual([]);
  });

  test("of the operators' is for operators only, on every service, and not to be reached through the gateway", async () => {
    const operatorsOwn = [listParkedKeys, listParkedMessages, replayParkedKey, dropParkedMessage];
    const urls = [...contexts.map(fair.urlOf), fair.operationsUrl];
    const calls = operatorsOwn.flatMap((operation) => callers.map((caller) => ({ operation, caller })));
    const complaints = await inParallel(calls, async ({ operation, caller }) => {
      const { params, query, body } = operation.example;
      const request = requestOf(operation, { params, query, body }, caller.token);
      const replies = await Promise.all(urls.map((url) => send(url, request)));
      const outside = await send(fair.url, request);
      const shut = outside.json?.code === "NOT_FOUND" ? [] : [`${operation.id} is open to the public: ${outside.status}`];
      const wrong = replies.flatMap(({ status, json }) => {
        const expected = verdictFor(operation, caller);
        // Nothing is parked: what an operator names is not there.
        const right = expected === "allowed" ? status < 400 || status === 404 : json?.code === expected;
        return right ? [] : [`${operation.id} | ${caller.name} | expected ${expected}, got ${status}`];
      });
      return [...shut, ...wrong];
    });
    expect(complaints.flat()).toEqual([]);
  });

  test("leaves no error in any log", () => {
    expect(fair.errors).toEqual([]);
  });
});
