import { newId } from "@rialto/contracts/kernel/ids";
import { registryOperations as registry } from "@rialto/contracts/registry/operations";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "./support/expect-problem.ts";
import { inParallel, type Reply, requestOf, send } from "./support/send.ts";
import { type ServicesTogether, startServicesTogether } from "./support/services-together.ts";

let fair: ServicesTogether;

beforeAll(async () => {
  fair = await startServicesTogether({ only: ["registry"], rateLimitFactor: 1 });
});
afterAll(() => fair.dispose());

/** Addresses of this machine from which somebody else calls. */
const [here, there, elsewhere] = ["127.0.0.1", "127.0.0.2", "127.0.0.3"] as const;

/** Whoever is limited says to be somebody else each time. */
const disguise = () => {
  const octet = () => Math.floor(Math.random() * 255);
  const address = `${octet()}.${octet()}.${octet()}.${octet()}`;
  return { "x-forwarded-for": address, forwarded: `for=${address}`, "x-real-ip": address, "x-client-ip": address };
};

function signIn(email: string, from: string): Promise<Reply> {
  const request = requestOf(registry.signIn, { body: { email, password: "not-the-password" } });
  return send(fair.url, { ...request, headers: { ...request.headers, ...disguise() } }, from);
}

const someone = () => `${newId()}@hostile.example`;

describe("limits, as they are in production, through the gateway", () => {
  test("TOO_MANY_SIGN_INS: one account is guessed a few times only, wherever the guesses come from", async () => {
    const email = someone();
    const codes: unknown[] = [];
    for (const from of [here, there, elsewhere, here, there, elsewhere]) codes.push((await signIn(email, from)).json?.code);
    expect(codes).toEqual([...Array(5).fill("CREDENTIALS_WRONG"), "TOO_MANY_SIGN_INS"]);
    const refused = await signIn(email.toUpperCase(), there);
    expect(faultsOf(refused)).toEqual([]);
    expect(refused.json).toMatchObject({ status: 429, code: "TOO_MANY_SIGN_INS", retryAfterSeconds: expect.any(Number) });
  });

  test("TOO_MANY_SIGN_INS: one address guesses a hundred times, whatever it says about itself; others go on", async () => {
    const guesses = await inParallel(Array.from({ length: 100 }, someone), (email) => signIn(email, elsewhere), 4);
    const wrong = guesses.filter(({ json }) => json?.code === "CREDENTIALS_WRONG").length;
    expect(wrong).toBeGreaterThan(90);
    expect((await signIn(someone(), elsewhere)).json).toMatchObject({ status: 429, code: "TOO_MANY_SIGN_INS" });
    expect((await signIn(someone(), here)).json).toMatchObject({ status: 401, code: "CREDENTIALS_WRONG" });
  });

  test("TOO_MANY_REQUESTS: calls of one address are counted before anything is read, with the true address", async () => {
    const limit = registry.registerOrganization.perMinute ?? 0;
    const call = (from: string) => {
      const request = { method: "POST", path: `/api/registry/fairs/${newId()}/registrations`, headers: disguise() };
      return send(fair.url, request, from);
    };
    const replies = await inParallel(Array(limit).fill(here), call);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([422]));
    const refused = await call(here);
    expect(faultsOf(refused)).toEqual([]);
    expect(refused.json).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await call(there)).status).toBe(422);
  });

  test("leave no error in any log", () => {
    expect(fair.errors).toEqual([]);
  });
});
