import { newId } from "@rialto/contracts/kernel/ids";
import { createLogger } from "@rialto/service-kit/logger";
import { expect, test } from "vitest";
import { aListing, anOrganization } from "../../test/builders.ts";
import { aHistory, openHere, someRows } from "../../test/match-history.ts";
import { seeded } from "../../test/random-actors.ts";
import type { Organization } from "../domain/organization.ts";
import { evolveRecommendationList, noRecommendations, type RecommendationList } from "../domain/recommendation-list.ts";
import { createLiveMatches } from "./live-matches.ts";
import { createMatchEngine } from "./match-engine.ts";
import { type ListDeps, reviseListsAfterCatchingUp } from "./revise-lists.ts";

const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const now = "2026-08-10T02:00:00.000Z";
const logger = createLogger("test", "fatal");
const members = 8;
const changesEach = 4;
type Random = ReturnType<typeof seeded>;

/** Something that takes a while, now and then a long one, in an order that follows from the seed. */
const taking = (random: Random, most: number) => async () => {
  const turns = random.below(random.below(8) === 0 ? 20 * most : most);
  for (let turn = 0; turn < turns; turn += 1) await undefined;
};

/** The lists that both replicas write, as the store would: a conditional write, decided again when it was stale. */
function sharedLists(pause: () => Promise<void>) {
  const lists = new Map<string, { version: number; list: RecommendationList }>();
  const stored = (id: string) => lists.get(id) ?? { version: 0, list: noRecommendations };
  const update: ListDeps["recommendations"]["update"] = async (id, decide) => {
    for (;;) {
      const { version, list } = stored(id);
      await pause();
      const events = decide(list);
      await pause();
      if (stored(id).version !== version) continue;
      const next = { version: version + events.length, list: events.reduce(evolveRecommendationList, list) };
      if (events.length > 0) lists.set(id, next);
      return { id, version: next.version, state: next.list, events: [], repeated: false };
    }
  };
  const storedEntries = async (ids: readonly string[]) => {
    const found = new Map(ids.map((id) => [id, stored(id).list.entries]));
    await pause();
    return found;
  };
  const idsOf = (id: string) =>
    stored(id)
      .list.entries.map((entry) => entry.organizationId)
      .sort();
  return { update, storedEntries, idsOf };
}

/** An organization as it might be after some change: with these goods, others, none, or not admitted. */
function anyVersion(random: Random, organizationId: string, isBuyer: boolean): Organization {
  const listings = random.below(4) === 0 ? [] : [aListing({ hsCodes: [random.one(["6203", "6204"])] })];
  const status = random.below(6) === 0 ? "rejected" : "verified";
  const role = isBuyer ? "buyer" : "exhibitor";
  return anOrganization({
    organizationId,
    fairId,
    status,
    profile: { role },
    ...(isBuyer ? { needs: listings } : { offers: listings }),
  });
}

async function run(seed: number) {
  const random = seeded(seed);
  const history = aHistory([], [], taking(random, 12));
  const lists = sharedLists(taking(random, 6));
  const replicas = [0, 1].map(() => createLiveMatches({ marks: history.marks, open: openHere(history.source()), logger }));
  await Promise.all(replicas.map(({ worker }) => worker.start()));
  const rows = new Map<string, Organization>();
  const ids = Array.from({ length: members }, () => newId());
  await Promise.all(
    ids.map(async (id, number) => {
      const live = replicas[random.below(2)] as (typeof replicas)[0];
      const deps: ListDeps = { live, recommendations: lists, storedEntries: lists.storedEntries, clock: () => now, logger };
      for (let count = 0; count < changesEach; count += 1) {
        const organization = anyVersion(random, id, number % 2 === 0);
        rows.set(id, organization);
        history.happen({ kind: "organization", organizationId: id, organization });
        await reviseListsAfterCatchingUp(deps, { correlationId: id });
      }
    }),
  );
  await Promise.all(replicas.map(({ worker }) => worker.stop()));
  const engine = createMatchEngine();
  engine.load(someRows({ organizations: [...rows.values()].filter(({ status }) => status === "verified") }));
  const wanted = (id: string) =>
    engine
      .scored(fairId, [id])
      .answer.flatMap(({ entries }) => entries.map((entry) => entry.organizationId))
      .sort();
  return ids.map((id) => ({ id, stored: lists.idsOf(id), wanted: wanted(id) }));
}

test("a list that cannot be written stays as it was and is named; nobody else's waits for it, nor the event that caused it", async () => {
  const history = aHistory([]);
  const lists = sharedLists(async () => undefined);
  const live = createLiveMatches({ marks: history.marks, open: openHere(history.source()), logger });
  await live.worker.start();
  const aBuyer = () => anOrganization({ fairId, profile: { role: "buyer" }, needs: [aListing({ hsCodes: ["6203"] })] });
  const anExhibitor = () => anOrganization({ fairId, offers: [aListing({ hsCodes: ["6203"] })] });
  const poison = aBuyer();
  const others = [aBuyer(), ...Array.from({ length: 40 }, anExhibitor)];
  const named: unknown[] = [];
  const deps: ListDeps = {
    live,
    recommendations: {
      async update(id, decide, cause) {
        if (id === poison.organizationId) throw new TypeError("a mistake of ours");
        return lists.update(id, decide, cause);
      },
    },
    storedEntries: lists.storedEntries,
    clock: () => now,
    logger: { error: (what: unknown) => void named.push(what) },
  };
  for (const organization of [poison, ...others])
    history.happen({ kind: "organization", organizationId: organization.organizationId, organization });
  await reviseListsAfterCatchingUp(deps, { correlationId: newId() });
  expect(named).toMatchObject([{ organizationId: poison.organizationId }]);
  expect(others.map(({ organizationId }) => lists.idsOf(organizationId).length > 0)).toEqual(others.map(() => true));
  expect(lists.idsOf(poison.organizationId)).toEqual([]);
  await live.worker.stop();
});

test("two replicas that lag behind each other end in the lists that one computation over all rows gives", async () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    for (const { id, stored, wanted } of await run(seed)) expect(stored, `${id}, seed ${seed}`).toEqual(wanted);
  }
}, 60_000);
