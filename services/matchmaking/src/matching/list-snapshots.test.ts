import { createLogger } from "@rialto/service-kit/logger";
import { expect, test } from "vitest";
import { aListing, anOrganization } from "../../test/builders.ts";
import { aHistory, openHere, someRows } from "../../test/match-history.ts";
import { codeVersion } from "./code-version.ts";
import { createListSnapshots, type SnapshotShelf } from "./list-snapshots.ts";
import { createLiveMatches } from "./live-matches.ts";
import { createMatchEngine, type MatchEngine } from "./match-engine.ts";

const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const goods = (hs: string) => [aListing({ hsCodes: [hs] })];
const buyers = Array.from({ length: 6 }, () => anOrganization({ fairId, profile: { role: "buyer" }, needs: goods("6203") }));
const sellers = Array.from({ length: 6 }, () => anOrganization({ fairId, offers: goods("6203") }));
const members = [...buyers, ...sellers].map(({ organizationId }) => organizationId);
const listsOf = (engine: MatchEngine) => engine.recommendations(fairId, members).answer;

/** A shelf in memory; `writtenAgoMs` is what it says of its age. */
function aShelf(writtenAgoMs = Number.POSITIVE_INFINITY) {
  const shelved = new Map<string, Uint8Array>();
  const shelf: SnapshotShelf = {
    read: async (code) => shelved.get(code),
    age: async () => writtenAgoMs,
    write: async (code, bytes) => void shelved.set(code, bytes),
  };
  return { shelf, shelved };
}

function anEngine(): MatchEngine {
  const engine = createMatchEngine();
  const no = { status: "noted", fairId, organizationId: buyers[0]!.organizationId, preference: "noThanks" };
  const refusals = [{ ...no, aboutOrganizationId: sellers[0]!.organizationId }] as never;
  const catalogues = [{ fairId, items: [{ text: "denim jeans 牛仔裤", hsCodes: ["6203"] }] }];
  engine.load(someRows({ organizations: [...buyers, ...sellers.slice(1)], fairs: [{ fairId, slots: 2 }], refusals, catalogues }));
  engine.moveTo("000007");
  return engine;
}

test("an engine that goes on from a snapshot has the same lists, and the same ones after whatever comes next", async () => {
  const [engine, other] = [anEngine(), createMatchEngine()];
  const { shelf } = aShelf();
  await createListSnapshots(shelf, "code").store(engine);
  expect(await createListSnapshots(shelf, "code").restore(other)).toBe("000007");
  expect(listsOf(other)).toEqual(listsOf(engine));
  const [seller] = sellers as [(typeof sellers)[0]];
  for (const one of [engine, other]) {
    one.takeChanged(1_000, "all");
    one.apply({ kind: "organization", position: "", organizationId: seller.organizationId, organization: seller });
    one.apply({ kind: "fair", position: "", fairId, slots: 1 });
  }
  expect(listsOf(other)).toEqual(listsOf(engine));
  expect(other.takeChanged(1_000, "changed").answer).toEqual(engine.takeChanged(1_000, "changed").answer);
});

test("a replica that starts from a snapshot reads no rows, and what has happened since is in its lists when it is ready", async () => {
  const history = aHistory(buyers);
  const { shelf } = aShelf();
  const start = async () => {
    const snapshots = createListSnapshots(shelf, "code");
    const open = openHere(history.source(), snapshots);
    const live = createLiveMatches({ marks: history.marks, open, logger: createLogger("test", "fatal") });
    await live.worker.start();
    return live;
  };
  const first = await start();
  const engine = createMatchEngine();
  engine.load(someRows({ organizations: buyers }));
  engine.moveTo("000000");
  await createListSnapshots(shelf, "code").store(engine);
  const [seller] = sellers as [(typeof sellers)[0]];
  history.happen({ kind: "organization", organizationId: seller.organizationId, organization: seller });
  const second = await start();
  expect(history.loads()).toBe(1);
  const asked = [buyers[0]!.organizationId];
  await first.catchUp();
  const lists = await Promise.all([first, second].map((live) => live.ask("scored", fairId, asked)));
  expect(lists[1]?.answer).toEqual(lists[0]?.answer);
  expect(lists[1]?.answer[0]?.entries).toHaveLength(1);
  await Promise.all([first, second].map((live) => live.worker.stop()));
});

test.each([
  ["nothing", undefined],
  ["something that is none", Buffer.from("{}")],
  ["a snapshot cut in half", "half" as const],
])("from %s a replica reads everything, as ever", async (_, found) => {
  const history = aHistory([...buyers, ...sellers]);
  const { shelf, shelved } = aShelf();
  await createListSnapshots(shelf, "code").store(anEngine());
  const whole = shelved.get("code") as Uint8Array;
  shelved.set("code", (found === "half" ? whole.subarray(0, whole.length / 2) : found) as Uint8Array);
  const open = openHere(history.source(), createListSnapshots(shelf, "code"));
  const live = createLiveMatches({ marks: history.marks, open, logger: createLogger("test", "fatal") });
  await live.worker.start();
  expect(history.loads()).toBe(1);
  expect((await live.ask("scored", fairId, [buyers[0]!.organizationId])).answer[0]?.entries).toHaveLength(6);
  await live.worker.stop();
});

test("one replica writes a snapshot for all, and only when there is news", async () => {
  const engine = anEngine();
  const recent = aShelf(1_000);
  await createListSnapshots(recent.shelf, "code").store(engine);
  expect(recent.shelved.size).toBe(0);
  const { shelf, shelved } = aShelf();
  const snapshots = createListSnapshots(shelf, "code");
  await snapshots.store(engine);
  shelved.clear();
  await snapshots.store(engine);
  expect(shelved.size).toBe(0);
  engine.moveTo("000008");
  await snapshots.store(engine);
  expect(shelved.size).toBe(1);
});

test("the code has one name, whoever asks", () => {
  expect(codeVersion()).toBe(codeVersion());
  expect(codeVersion()).toMatch(/^[0-9a-f]{64}$/);
});
