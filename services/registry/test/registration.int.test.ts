import { newId } from "@rialto/contracts/kernel/ids";
import {
  accountsTopic,
  organizationRegistered,
  organizationsTopic,
  registryEvents,
  roleGranted,
} from "@rialto/contracts/registry/events";
import { registryOperations as operations } from "@rialto/contracts/registry/operations";
import { fairPlanned } from "@rialto/contracts/venue/events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOrProve } from "../src/people/open-or-prove.ts";
import { whenFairPlannedNoteFair } from "../src/reactions/when-fair-planned-note-fair.ts";
import { buildRegistration, organizerOf, password, type RegistryFixture, register, registryFixture } from "./fixture.ts";

let registry: RegistryFixture;
beforeAll(async () => {
  registry = await registryFixture();
});
afterAll(() => registry.dispose());

const here = () => ({ fairId: registry.fairId });

describe("registerOrganization", () => {
  test("one call brings an organization, its representative and a session that may already act for it", async () => {
    const { organizationId, representativeId, token } = await register(registry);
    const { grants } = await registry.api.ok(operations.me, { token });
    expect(grants).toMatchObject([{ fairId: registry.fairId, role: "exhibitor", organizationId, representativeId }]);
    const seen = await registry.api.ok(operations.getOrganization, { params: { ...here(), organizationId }, token });
    expect(seen).toMatchObject({ status: "registered", representatives: [{ representativeId }] });
    expect(JSON.stringify(seen)).not.toContain("@mill.example");
  });

  test.each([
    ["with an Idempotency-Key", { idempotencyKey: newId() }],
    ["without one", {}],
  ])("sent again %s it is the same registration", async (_, key) => {
    const call = { params: here(), body: buildRegistration(), ...key };
    const first = await registry.api.ok(operations.registerOrganization, call);
    const second = await registry.api.ok(operations.registerOrganization, call);
    const { session: _one, ...facts } = first;
    expect(second).toMatchObject(facts);
    const events = await registry.deps.organizations.store.model.countDocuments({ _id: first.organizationId });
    expect(events).toBe(1);
  });

  test("sent four times at once it is one registration", async () => {
    const call = { params: here(), body: buildRegistration() };
    const all = await Promise.all(Array.from({ length: 4 }, () => registry.api.ok(operations.registerOrganization, call)));
    expect(new Set(all.map(({ organizationId }) => organizationId)).size).toBe(1);
    expect(new Set(all.map(({ accountId }) => accountId)).size).toBe(1);
  });

  test("an attempt that ended after the account was opened is completed by the next", async () => {
    const body = buildRegistration();
    const now = new Date().toISOString();
    const newcomer = { ...body, name: body.representative.name, address: "10.0.0.9", now };
    const { id } = await openOrProve(registry.deps, newcomer, { correlationId: newId() });
    const answer = await registry.api.ok(operations.registerOrganization, { params: here(), body });
    expect(answer.accountId).toBe(id);
  });

  test("events carry no e-mail address and no hash", async () => {
    const events = await registry.collect([organizationsTopic, accountsTopic], [...registryEvents]);
    const { organizationId, accountId, body } = await register(registry);
    await events.awaitEvent(organizationRegistered, { organizationId });
    await events.awaitEvent(roleGranted, { accountId });
    expect(JSON.stringify(events.all())).not.toMatch(/argon2|mill\.example/);
    expect(JSON.stringify(events.all())).not.toContain(body.email);
    await events.stop();
  });

  test("FAIR_NOT_FOUND: a fair that nobody planned", async () => {
    const call = { params: { fairId: newId() }, body: buildRegistration() };
    expect(await registry.api.refused(operations.registerOrganization, call)).toMatchObject({
      status: 404,
      code: "FAIR_NOT_FOUND",
    });
  });

  test("EMAIL_HAS_ACCOUNT: a known address with another password", async () => {
    const { body } = await register(registry);
    const stranger = { ...buildRegistration(), email: body.email.toUpperCase(), password: "another-long-password" };
    const problem = await registry.api.refused(operations.registerOrganization, { params: here(), body: stranger });
    expect(problem).toMatchObject({ status: 409, code: "EMAIL_HAS_ACCOUNT" });
  });

  test("ORGANIZATION_ALREADY_REGISTERED: the same name with other details", async () => {
    const { body } = await register(registry);
    const changed = { ...body, organization: { ...body.organization, country: "BR" } };
    const problem = await registry.api.refused(operations.registerOrganization, { params: here(), body: changed });
    expect(problem).toMatchObject({ status: 409, code: "ORGANIZATION_ALREADY_REGISTERED" });
  });

  test("PASSWORD_TOO_EASY: and nothing was opened", async () => {
    const body = buildRegistration({ password: "aaaaaaaaaaaa" });
    const problem = await registry.api.refused(operations.registerOrganization, { params: here(), body });
    expect(problem).toMatchObject({ status: 422, code: "PASSWORD_TOO_EASY" });
    expect(await registry.deps.accounts.byEmailKey(body.email)).toBeUndefined();
  });
});

describe("registerOrganizationFor", () => {
  test("the organizer registers, the person chooses a password and acts", async () => {
    const organizer = await organizerOf(registry);
    const { password: _, ...body } = buildRegistration();
    const call = { params: here(), body, token: organizer };
    const { invitation, organizationId } = await registry.api.ok(operations.registerOrganizationFor, call);
    const accepted = { token: invitation?.token ?? "", password };
    const session = await registry.api.ok(operations.acceptInvitation, { body: accepted });
    const { grants } = await registry.api.ok(operations.me, { token: session.accessToken });
    expect(grants).toMatchObject([{ organizationId, role: "exhibitor" }]);
    expect(await registry.api.refused(operations.acceptInvitation, { body: accepted })).toMatchObject({
      status: 410,
      code: "INVITATION_NOT_VALID",
    });
  });

  test("sent again it renews the invitation, and the first one ends", async () => {
    const organizer = await organizerOf(registry);
    const { password: _, ...body } = buildRegistration();
    const call = { params: here(), body, token: organizer };
    const first = await registry.api.ok(operations.registerOrganizationFor, call);
    const second = await registry.api.ok(operations.registerOrganizationFor, call);
    expect(second).toMatchObject({ organizationId: first.organizationId, accountId: first.accountId });
    const old = { token: first.invitation?.token ?? "", password };
    expect(await registry.api.refused(operations.acceptInvitation, { body: old })).toMatchObject({
      code: "INVITATION_NOT_VALID",
    });
    await registry.api.ok(operations.acceptInvitation, { body: { token: second.invitation?.token ?? "", password } });
  });

  test("somebody with an account gets no invitation, and the new role at once", async () => {
    const organizer = await organizerOf(registry);
    const { body: known, accountId } = await register(registry);
    const { password: _, ...body } = buildRegistration({ email: known.email });
    const answer = await registry.api.ok(operations.registerOrganizationFor, { params: here(), body, token: organizer });
    expect(answer.accountId).toBe(accountId);
    expect(answer).not.toHaveProperty("invitation");
  });
});

test("a fair that is announced twice, the second time late, is one fair with its name", async () => {
  const fairId = newId();
  const planned = await registry.publish(fairPlanned, { ...fairPlanned.example, fairId });
  await registry.repeat([planned, planned]);
  const { handle } = whenFairPlannedNoteFair(registry.deps);
  await handle(planned as never, {} as never);
  await handle(planned as never, {} as never);
  expect(await registry.deps.fairs.find({ _id: fairId })).toEqual([{ id: fairId, row: { fairId, name: planned.data.name } }]);
});
