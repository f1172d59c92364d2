import { newId } from "@rialto/contracts/kernel/ids";
import { offerPublished, offersTopic, registryEvents } from "@rialto/contracts/registry/events";
import { registryOperations as operations } from "@rialto/contracts/registry/operations";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { organizerOf, type RegistryFixture, register, registryFixture } from "./fixture.ts";

let registry: RegistryFixture;
let organizer: string;
beforeAll(async () => {
  registry = await registryFixture();
  organizer = await organizerOf(registry);
});
afterAll(() => registry.dispose());

const { content: example } = offerPublished.example;
const at = (organizationId: string) => ({ params: { fairId: registry.fairId, organizationId } });
const verify = (organizationId: string) =>
  registry.api.ok(operations.verifyOrganization, { ...at(organizationId), token: organizer });

const offers = {
  publish: operations.publishOffer,
  change: operations.changeOffer,
  withdraw: operations.withdrawOffer,
  list: operations.listOffers,
  idOf: (answer: object) => (answer as { offerId: string }).offerId,
  params: (offerId: string) => ({ fairId: registry.fairId, offerId }),
  notFound: "OFFER_NOT_FOUND",
};
const needs = {
  publish: operations.publishNeed,
  change: operations.changeNeed,
  withdraw: operations.withdrawNeed,
  list: operations.listNeeds,
  idOf: (answer: object) => (answer as { needId: string }).needId,
  params: (needId: string) => ({ fairId: registry.fairId, needId }),
  notFound: "NEED_NOT_FOUND",
};

describe.each([
  ["offers", offers],
  ["needs", needs as unknown as typeof offers], // The same calls with another name of the id.
])("%s", (_, kind) => {
  const list = (query: object, token = organizer) =>
    registry.api.ok(kind.list, { params: { fairId: registry.fairId }, query, token });

  async function published(overrides: object = {}) {
    const owner = await register(registry);
    const call = { ...at(owner.organizationId), body: { ...example, ...overrides }, token: owner.token };
    const id = kind.idOf(await registry.api.ok(kind.publish, call));
    return { ...owner, id };
  }

  test("published, changed, withdrawn by its own organization", async () => {
    const { id, token, organizationId } = await published();
    const change = { params: kind.params(id), body: { ...example, tags: ["selvedge"] }, token };
    expect(await registry.api.ok(kind.change, change)).toMatchObject({ version: 2, content: { tags: ["selvedge"] } });
    expect((await list({ organizationId }, token)).items).toHaveLength(1);
    await registry.api.ok(kind.withdraw, { params: kind.params(id), token });
    expect((await list({ organizationId }, token)).items).toEqual([]);
    expect((await registry.api.refused(kind.change, change)).code).toBe(kind.notFound);
  });

  test("NOT_YOUR_ORGANIZATION: others publish, change and withdraw nothing in its name", async () => {
    const { id, organizationId } = await published();
    const { token } = await register(registry);
    const code = "NOT_YOUR_ORGANIZATION";
    expect(await registry.api.refused(kind.publish, { ...at(organizationId), body: example, token })).toMatchObject({ code });
    expect(await registry.api.refused(kind.change, { params: kind.params(id), body: example, token })).toMatchObject({ code });
    expect(await registry.api.refused(kind.withdraw, { params: kind.params(id), token })).toMatchObject({ code });
  });

  test("ORGANIZATION_IS_REJECTED", async () => {
    const { id, organizationId, token } = await published();
    const body = { reason: "Papers missing" };
    await registry.api.ok(operations.rejectOrganization, { ...at(organizationId), body, token: organizer });
    const problem = await registry.api.refused(kind.change, { params: kind.params(id), body: { ...example, tags: [] }, token });
    expect(problem.code).toBe("ORGANIZATION_IS_REJECTED");
    await registry.api.ok(kind.withdraw, { params: kind.params(id), token });
  });

  test("sent twice with one Idempotency-Key it is published once", async () => {
    const { organizationId, token } = await register(registry);
    const call = { ...at(organizationId), body: example, token, idempotencyKey: newId() };
    const first = await registry.api.ok(kind.publish, call);
    expect(await registry.api.ok(kind.publish, call)).toEqual(first);
    expect((await list({ organizationId }, token)).items).toHaveLength(1);
  });

  test("others find what verified organizations publish, by words, tags and codes", async () => {
    const mark = newId().slice(-8);
    const { organizationId, token, id } = await published({
      title: { en: `Stretch ${mark} trousers`, zh: "男士弹力牛仔裤" },
      tags: [`Tag ${mark}`],
      hsCodes: ["620342"],
    });
    const { token: stranger } = await register(registry);
    const finds = async (query: object, caller = stranger) => (await list(query, caller)).items.map(kind.idOf);
    expect(await finds({ q: mark })).toEqual([]);
    expect(await finds({ q: mark }, token)).toEqual([id]);
    expect(await finds({ q: mark }, organizer)).toEqual([id]);
    await verify(organizationId);
    for (const query of [
      { q: `stretch ${mark}` },
      { tag: `tag ${mark.toUpperCase()}` },
      { q: mark, hsCode: "6203" },
      { q: "弹力牛仔", tag: `Tag ${mark}` },
    ]) {
      expect(await finds(query)).toEqual([id]);
    }
    expect(await finds({ q: mark, hsCode: "61" })).toEqual([]);
    const [item] = (await list({ q: mark }, stranger)).items;
    expect(item?.organization).toMatchObject({ organizationId, country: "CN", role: "exhibitor" });
    expect(JSON.stringify(item)).not.toContain("@");
  });

  test("newest first, every page once", async () => {
    const { organizationId, token } = await register(registry);
    for (let count = 0; count < 5; count++) {
      await registry.api.ok(kind.publish, { ...at(organizationId), body: { ...example, tags: [`t${count}`] }, token });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ organizationId, limit: 2, ...(cursor === undefined ? {} : { cursor }) }, token);
      seen.push(...page.items.map(({ content }) => content.tags[0] ?? ""));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(["t4", "t3", "t2", "t1", "t0"]);
  });
});

test("LISTING_LIMIT_REACHED", async () => {
  const { organizationId, token } = await register(registry);
  const call = { ...at(organizationId), body: example, token };
  await Promise.all(Array.from({ length: 100 }, () => registry.api.ok(operations.publishOffer, call)));
  expect((await registry.api.refused(operations.publishOffer, call)).code).toBe("LISTING_LIMIT_REACHED");
  const { offers: shown } = await registry.api.ok(operations.getOrganization, { ...at(organizationId), token });
  expect(shown).toHaveLength(100);
});

test("an offer is announced with all that a reader needs", async () => {
  const events = await registry.collect([offersTopic], [...registryEvents]);
  const { organizationId, token } = await register(registry);
  const { offerId } = await registry.api.ok(operations.publishOffer, { ...at(organizationId), body: example, token });
  const { data, seq } = await events.awaitEvent(offerPublished, { offerId });
  expect(data).toMatchObject({ organizationId, fairId: registry.fairId, content: example });
  expect(seq).toBe(1);
  await events.stop();
});
