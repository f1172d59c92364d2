import { newId } from "@rialto/contracts/kernel/ids";
import {
  accountsTopic,
  organizationsTopic,
  organizationVerified,
  registryEvents,
  representativeAdded,
  representativeRemoved,
  roleRevoked,
} from "@rialto/contracts/registry/events";
import { registryOperations as operations } from "@rialto/contracts/registry/operations";
import { eventually } from "@rialto/testing/eventually";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addRepresentative } from "../src/domain/add-representative.ts";
import { searchTermsOf } from "../src/domain/search-terms.ts";
import { whenRepresentativeAddedGrantRole } from "../src/reactions/when-representative-added-grant-role.ts";
import { whenRepresentativeRemovedRevokeRole } from "../src/reactions/when-representative-removed-revoke-role.ts";
import {
  buildRegistration,
  operator,
  organizerOf,
  password,
  planFair,
  type RegistryFixture,
  register,
  registryFixture,
  signInAs,
} from "./fixture.ts";

let registry: RegistryFixture;
let organizer: string;
beforeAll(async () => {
  registry = await registryFixture();
  organizer = await organizerOf(registry);
});
afterAll(() => registry.dispose());

const at = (organizationId: string) => ({ params: { fairId: registry.fairId, organizationId } });
const verify = (organizationId: string) =>
  registry.api.ok(operations.verifyOrganization, { ...at(organizationId), token: organizer });
const named = (en: string, role: "exhibitor" | "buyer" = "exhibitor") => ({
  organization: { ...buildRegistration().organization, name: { en }, role },
});

describe("verifying", () => {
  test("the organizer verifies, rejects with a reason and verifies again; the people read the reason", async () => {
    const events = await registry.collect([organizationsTopic], [...registryEvents]);
    const { organizationId, token } = await register(registry);
    expect((await verify(organizationId)).status).toBe("verified");
    await events.awaitEvent(organizationVerified, { organizationId });
    const body = { reason: "The licence could not be read." };
    await registry.api.ok(operations.rejectOrganization, { ...at(organizationId), body, token: organizer });
    const own = await registry.api.ok(operations.getOrganization, { ...at(organizationId), token });
    expect(own).toMatchObject({ status: "rejected", reason: body.reason });
    expect((await verify(organizationId)).version).toBe(own.version + 1);
    await events.stop();
  });

  test("FORBIDDEN: an exhibitor, or an organizer of another fair", async () => {
    const { organizationId, token } = await register(registry);
    const elsewhere = await organizerOf(registry, await planFair(registry));
    for (const caller of [token, elsewhere]) {
      const problem = await registry.api.refused(operations.verifyOrganization, { ...at(organizationId), token: caller });
      expect(problem).toMatchObject({ status: 403, code: "FORBIDDEN" });
    }
  });

  test("ORGANIZATION_NOT_FOUND: an organization of another fair is not told apart from none", async () => {
    const { organizationId } = await register(registry);
    const fairId = await planFair(registry);
    const token = await organizerOf(registry, fairId);
    for (const id of [organizationId, newId()]) {
      const call = { params: { fairId, organizationId: id }, token };
      expect((await registry.api.refused(operations.verifyOrganization, call)).code).toBe("ORGANIZATION_NOT_FOUND");
    }
  });

  test("until it is verified others do not see it", async () => {
    const { organizationId } = await register(registry);
    const { token } = await register(registry);
    expect((await registry.api.refused(operations.getOrganization, { ...at(organizationId), token })).code).toBe(
      "ORGANIZATION_NOT_FOUND",
    );
    await verify(organizationId);
    await registry.api.ok(operations.getOrganization, { ...at(organizationId), token });
  });
});

describe("changeOrganization", () => {
  test("one's own profile, and nobody else's; the role stays", async () => {
    const { organizationId, token, body } = await register(registry);
    const change = (profile: object, caller = token) => ({
      ...at(organizationId),
      body: { ...body.organization, ...profile },
      token: caller,
    });
    const changed = await registry.api.ok(operations.changeOrganization, change({ languages: ["zh", "es"] }));
    expect(changed.profile.languages).toEqual(["zh", "es"]);
    const stranger = await register(registry);
    const code = async (call: ReturnType<typeof change>) =>
      (await registry.api.refused(operations.changeOrganization, call)).code;
    expect(await code(change({ country: "BR" }, stranger.token))).toBe("NOT_YOUR_ORGANIZATION");
    expect(await code(change({ role: "buyer" }))).toBe("ORGANIZATION_ROLE_FIXED");
  });
});

describe("listOrganizations", () => {
  const list = (query: object, token = organizer) =>
    registry.api.ok(operations.listOrganizations, { params: { fairId: registry.fairId }, query, token });
  const namesIn = async (query: object, token?: string) => (await list(query, token)).items.map(({ name }) => name.en);

  test("organizers filter by status, role and country; others see verified ones only", async () => {
    const mark = newId().slice(-8);
    const seen = await register(registry, named(`${mark} Alpha`, "buyer"));
    const unseen = await register(registry, named(`${mark} Beta`));
    await verify(seen.organizationId);
    expect(await namesIn({ q: mark })).toEqual([`${mark} Alpha`, `${mark} Beta`]);
    expect(await namesIn({ q: mark, status: "registered" })).toEqual([`${mark} Beta`]);
    expect(await namesIn({ q: mark, role: "buyer", country: "CN" })).toEqual([`${mark} Alpha`]);
    expect(await namesIn({ q: mark, country: "BR" })).toEqual([]);
    expect(await namesIn({ q: mark }, unseen.token)).toEqual([`${mark} Alpha`]);
    expect(await namesIn({ q: mark, status: "registered" }, unseen.token)).toEqual([]);
    expect(await namesIn({ q: "!!!" })).toEqual([]);
  });

  test("5,000 organizations: every page once and in order, and typed search stays fast", async () => {
    const fairId = await planFair(registry);
    const token = await organizerOf(registry, fairId);
    const { store } = registry.deps.organizations;
    const { organizationId } = await register(registry);
    const { state } = await store.load(organizationId);
    const documents = Array.from({ length: 5_000 }, (_, index) => {
      const name = { en: `Mill ${String(index).padStart(4, "0")}`, zh: `石狮第${index}纺织厂` };
      const id = newId();
      const facts = { id, fairId, sortName: name.en.toLowerCase(), searchTerms: searchTermsOf([name.en, name.zh]) };
      const profile = { ...(state.status === "none" ? {} : state.profile), name, country: index % 10 === 0 ? "BR" : "CN" };
      return { _id: id, version: 2, seq: 2, pending: [], handled: [], writes: [], state: { ...state, ...facts, profile } };
    });
    await store.model.collection.insertMany(documents as never[]);
    const call = (query: object) => registry.api.ok(operations.listOrganizations, { params: { fairId }, query, token });
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
      all.push(...page.items.map(({ name }) => name.en ?? ""));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(all).toEqual(documents.map(({ state: { profile } }) => profile.name.en));
    const tookMs: Record<string, number> = {};
    for (const query of [
      { q: "mill 4321" },
      { q: "纺织", country: "BR" },
      { q: "mill" },
      { country: "BR" },
      { status: "verified" },
    ]) {
      const startedAt = performance.now();
      await call({ ...query, limit: 50 });
      tookMs[JSON.stringify(query)] = Math.round(performance.now() - startedAt);
    }
    console.error("among 5,000 organizations, ms:", tookMs);
    expect(Math.max(...Object.values(tookMs))).toBeLessThan(500);
    expect((await call({ q: "第4321" })).items).toHaveLength(1);
  });

  test("INVALID_INPUT: a cursor that nobody gave out", async () => {
    const call = { params: { fairId: registry.fairId }, query: { cursor: "e30" }, token: organizer };
    expect((await registry.api.refused(operations.listOrganizations, call)).code).toBe("INVALID_INPUT");
  });
});

describe("representatives", () => {
  const colleague = () =>
    ({ email: `${newId()}@mill.example`, language: "zh", profile: buildRegistration().representative }) as const;

  test("a colleague is invited, acts, and after the removal acts no more", async () => {
    const events = await registry.collect([accountsTopic], [...registryEvents]);
    const { organizationId, token } = await register(registry);
    const added = await registry.api.ok(operations.addRepresentative, { ...at(organizationId), body: colleague(), token });
    const accept = { token: added.invitation?.token ?? "", password };
    const theirs = await registry.api.ok(operations.acceptInvitation, { body: accept });
    const body = buildRegistration().organization;
    const edit = { ...at(organizationId), body: { ...body, name: { en: "Renamed" } }, token: theirs.accessToken };
    await registry.api.ok(operations.changeOrganization, edit);
    const { representativeId } = added;
    const params = { ...at(organizationId).params, representativeId };
    await registry.api.ok(operations.removeRepresentative, { params, token });
    await events.awaitEvent(roleRevoked, { accountId: theirs.accountId, organizationId });
    expect((await registry.api.refused(operations.changeOrganization, edit)).code).toBe("NOT_YOUR_ORGANIZATION");
    const refresh = { body: { refreshToken: theirs.refreshToken } };
    expect((await registry.api.refused(operations.refreshSession, refresh)).code).toBe("SESSION_ENDED");
    await events.stop();
  });

  test("renewInvitation: the lost invitation ends; one with a password needs none", async () => {
    const { organizationId, representativeId, token } = await register(registry);
    const added = await registry.api.ok(operations.addRepresentative, { ...at(organizationId), body: colleague(), token });
    const params = { ...at(organizationId).params, representativeId: added.representativeId };
    const renewed = await registry.api.ok(operations.renewInvitation, { params, token });
    const old = { token: added.invitation?.token ?? "", password };
    expect((await registry.api.refused(operations.acceptInvitation, { body: old })).code).toBe("INVITATION_NOT_VALID");
    await registry.api.ok(operations.acceptInvitation, { body: { token: renewed.token, password } });
    const first = { params: { ...params, representativeId }, token };
    expect((await registry.api.refused(operations.renewInvitation, first)).code).toBe("INVITATION_NOT_NEEDED");
    const nobody = { params: { ...params, representativeId: newId() }, token };
    expect((await registry.api.refused(operations.renewInvitation, nobody)).code).toBe("REPRESENTATIVE_NOT_FOUND");
  });

  test("an invited person of another organization: no token for it, so nobody can become them", async () => {
    const [one, other] = [await register(registry), await register(registry)];
    const body = colleague();
    await registry.api.ok(operations.addRepresentative, { ...at(one.organizationId), body, token: one.token });
    const second = await registry.api.ok(operations.addRepresentative, { ...at(other.organizationId), body, token: other.token });
    expect(second).not.toHaveProperty("invitation");
    const params = { ...at(other.organizationId).params, representativeId: second.representativeId };
    const problem = await registry.api.refused(operations.renewInvitation, { params, token: other.token });
    expect(problem.code).toBe("INVITATION_NOT_NEEDED");
  });

  test("NOT_YOUR_ORGANIZATION: and no account was opened", async () => {
    const [one, other] = [await register(registry), await register(registry)];
    const body = colleague();
    const problem = await registry.api.refused(operations.addRepresentative, {
      ...at(one.organizationId),
      body,
      token: other.token,
    });
    expect(problem.code).toBe("NOT_YOUR_ORGANIZATION");
    expect(await registry.deps.accounts.byEmailKey(body.email)).toBeUndefined();
  });

  test("LAST_REPRESENTATIVE", async () => {
    const { organizationId, representativeId, token } = await register(registry);
    const params = { ...at(organizationId).params, representativeId };
    expect((await registry.api.refused(operations.removeRepresentative, { params, token })).code).toBe("LAST_REPRESENTATIVE");
  });
});

describe("grants follow the list of representatives", () => {
  const grantsOf = async (accountId: string) => {
    const { state } = await registry.deps.accounts.store.load(accountId);
    return state.status === "none" ? [] : state.grants.map(({ organizationId }) => organizationId);
  };
  /** A representative whose grant a crash prevented: the organization knows the account, the account knows nothing. */
  async function halfRegistered() {
    const { accountId } = await register(registry);
    const { organizationId } = await register(registry);
    const actor = { accountId: newId(), fairId: registry.fairId, organizer: true };
    const profile = buildRegistration().representative;
    const command = { actor, representativeId: newId(), accountId, profile, now: new Date().toISOString() };
    const written = await registry.deps.organizations.store.update(organizationId, (state) => addRepresentative(command, state), {
      correlationId: newId(),
    });
    return { accountId, organizationId, added: written.events };
  }

  test("what a crash left is completed by the reaction, once, however often the event comes", async () => {
    const { accountId, organizationId, added } = await halfRegistered();
    await registry.repeat(added);
    await eventually("the grant", async () => (await grantsOf(accountId)).includes(organizationId));
    const { version } = await registry.deps.accounts.store.load(accountId);
    await registry.repeat([...added, ...added]);
    const later = await halfRegistered();
    await registry.repeat(later.added);
    await eventually("a later grant", async () => (await grantsOf(later.accountId)).includes(later.organizationId));
    await whenRepresentativeAddedGrantRole(registry.deps).handle(added[0] as never, {} as never);
    expect((await registry.deps.accounts.store.load(accountId)).version).toBe(version);
  });

  test("an addition that arrives after the removal gives nothing back", async () => {
    const { accountId, organizationId, added } = await halfRegistered();
    const { data } = added[0] as { data: { representativeId: string } };
    const params = { ...at(organizationId).params, representativeId: data.representativeId };
    await registry.api.ok(operations.removeRepresentative, { params, token: organizer });
    const removal = representativeRemoved.draft({ ...params, accountId, removedAt: new Date().toISOString() });
    const envelope = { ...added[0], ...removal };
    await whenRepresentativeRemovedRevokeRole(registry.deps).handle(envelope as never, {} as never);
    await whenRepresentativeAddedGrantRole(registry.deps).handle(added[0] as never, {} as never);
    await whenRepresentativeRemovedRevokeRole(registry.deps).handle(envelope as never, {} as never);
    expect(added[0]?.type).toBe(representativeAdded.type);
    expect(await grantsOf(accountId)).not.toContain(organizationId);
  });
});

describe("roles", () => {
  const staff = (role: "organizer" | "zoneManager" | "ceremonyHost") =>
    ({ email: `${newId()}@fair.example`, name: { en: "Helper" }, language: "en", role }) as const;
  const grant = (body: ReturnType<typeof staff>, token = organizer) => ({ params: { fairId: registry.fairId }, body, token });

  test("an organizer gives zone managers, sees them in the list, and takes the role back", async () => {
    const { accountId, invitation } = await registry.api.ok(operations.grantRole, grant(staff("zoneManager")));
    expect(invitation).toBeDefined();
    const list = () =>
      registry.api.ok(operations.listRoles, { params: { fairId: registry.fairId }, query: { limit: 200 }, token: organizer });
    const { items } = await list();
    const shown = items.find((item) => item.accountId === accountId);
    expect(shown).toMatchObject({ invited: true, roles: [{ role: "zoneManager" }] });
    expect(JSON.stringify(items)).not.toContain("@fair.example");
    const params = { fairId: registry.fairId, accountId, role: "zoneManager" } as const;
    await registry.api.ok(operations.revokeRole, { params, token: organizer });
    expect((await list()).items.map((item) => item.accountId)).not.toContain(accountId);
  });

  test("ROLE_NOT_YOURS_TO_GIVE: and nobody was invited", async () => {
    const { token } = await register(registry);
    const body = staff("zoneManager");
    expect((await registry.api.refused(operations.grantRole, grant(body, token))).code).toBe("ROLE_NOT_YOURS_TO_GIVE");
    expect(await registry.deps.accounts.byEmailKey(body.email)).toBeUndefined();
    expect((await registry.api.refused(operations.grantRole, grant(staff("organizer")))).code).toBe("ROLE_NOT_YOURS_TO_GIVE");
  });

  test("FAIR_NOT_FOUND and ACCOUNT_NOT_FOUND", async () => {
    const token = await signInAs(registry, { email: operator.email, password: operator.password });
    const nowhere = { params: { fairId: newId() }, body: staff("organizer"), token };
    expect((await registry.api.refused(operations.grantRole, nowhere)).code).toBe("FAIR_NOT_FOUND");
    const params = { fairId: registry.fairId, accountId: newId(), role: "organizer" } as const;
    expect((await registry.api.refused(operations.revokeRole, { params, token })).code).toBe("ACCOUNT_NOT_FOUND");
  });
});
