import { setImmediate } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import type { Decision, DecisionKind } from "../../src/live/decision.ts";
import type { ListChange } from "../../src/live/list-change.ts";
import { createMatcher, type Matcher, matcherFromState } from "../../src/live/matcher.ts";
import { stableHash } from "../../src/live/stable-hash.ts";
import { stableRandom } from "../../src/market/stable-random.ts";
import { knowledgeFrom } from "../../src/profile/knowledge.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { generatedProfile } from "../generated-profiles.ts";
import { bothTimes, heading, line, type Timed, timed } from "../report.ts";

const buyers = 20_000;
const exhibitors = 5_000;
const changes = 2_000;
const warmUp = 100;

/** Rows 6, 7 and 10 on one market of realistic profiles: start, memory, and the time of one change. */
export async function liveSpeedRows(rows: ReadonlySet<number>): Promise<void> {
  const random = stableRandom(42);
  const profiles = [
    ...Array.from({ length: exhibitors }, (_, at) => generatedProfile("exhibitor", `exhibitor-${at}`, random)),
    ...Array.from({ length: buyers }, (_, at) => generatedProfile("buyer", `buyer-${at}`, random)),
  ];
  const stored = JSON.stringify(profiles);
  const read: Profile[] = JSON.parse(stored);
  const before = await usedBytes();
  const learning = timed(() => knowledgeFrom(read));
  const knowledge = learning.value;
  const known = await usedBytes();
  const { value: matcher, milliseconds, processor } = timed(() => createMatcher({ profiles: read }, { knowledge }));
  const after = await usedBytes();
  if (rows.has(10)) {
    heading(10, `start from ${profiles.length.toLocaleString("en")} stored profiles`, "5 s (aim 2 s)");
    const seconds = (value: number) => (value / 1000).toFixed(2);
    line("knowledge learned from them, s: clock, processor", `${seconds(learning.milliseconds)}, ${seconds(learning.processor)}`);
    line("parsed profiles to ready lists, s: clock, processor", `${seconds(milliseconds)}, ${seconds(processor)}`);
    line("stored profiles as JSON, bytes a profile", String(Math.round(stored.length / profiles.length)));
    const state = serialize(matcher.state());
    const resumed = timed(() => matcherFromState(deserialize(state), { knowledge }));
    const size = (state.length / 2 ** 20).toFixed(0);
    line(
      `goes on from a state of ${size} MB, s: clock, processor`,
      `${seconds(resumed.milliseconds)}, ${seconds(resumed.processor)}`,
    );
  }
  if (rows.has(7)) {
    heading(7, "bytes per profile in the index, its lists included", "4 KB (aim 2 KB)");
    line("bytes a profile", String(Math.round((after - known) / read.length)));
    line("shared knowledge (lexicon, classifier), MB in all", ((known - before) / 2 ** 20).toFixed(1));
  }
  if (rows.has(6)) changeTimes(matcher, profiles, random);
}

/** What is still in use, which a collection only tells between two turns of the event loop, and buffers after another. */
async function usedBytes(): Promise<number> {
  for (let turn = 0; turn < 2; turn++) {
    await setImmediate();
    globalThis.gc?.();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function changeTimes(matcher: Matcher, profiles: Profile[], random: () => number): void {
  heading(6, "one change to all affected lists known, 20,000 buyers x 5,000 exhibitors", "p50 2 ms, p99 10 ms (aim 1; 5)");
  const kinds: DecisionKind[] = ["requested", "accepted", "declined", "held", "viewed"];
  const anyOf = (side: "buyer" | "exhibitor") =>
    side === "buyer" ? `buyer-${Math.floor(random() * buyers)}` : `exhibitor-${Math.floor(random() * exhibitors)}`;
  const leaving = leavingInTurn(profiles.slice(0, exhibitors));
  const works: Record<string, () => ListChange[]> = {
    "exhibitor's profile replaced": () => matcher.upsert(generatedProfile("exhibitor", anyOf("exhibitor"), random)),
    "exhibitor adds an offer": () => {
      const profile = profiles[Math.floor(random() * exhibitors)]!;
      const more = generatedProfile("exhibitor", "x", random).offers[0]!;
      return matcher.upsert({ ...profile, offers: [...profile.offers, more] });
    },
    "buyer's profile replaced": () => matcher.upsert(generatedProfile("buyer", anyOf("buyer"), random)),
    "decision about a listed pair": () => {
      const actorId = anyOf("buyer");
      const targetId = matcher.listOf(actorId)[0]?.id ?? anyOf("exhibitor");
      const decision: Decision = { actorId, targetId, kind: kinds[Math.floor(random() * kinds.length)]! };
      return matcher.record(decision);
    },
    "capacity changed": () => matcher.capacityChanged(anyOf("exhibitor"), Math.floor(random() * 40)),
    "exhibitor removed": () => matcher.remove(leaving.next()),
    "exhibitor comes back": () => matcher.upsert(leaving.back()),
  };
  // A service is warm after its first minute; what the first changes take on top is the compiler's work.
  for (const work of Object.values(works)) for (let at = 0; at < warmUp; at++) work();
  const all: Timed[] = [];
  const withReasons: Timed[] = [];
  const per = Math.floor(changes / Object.keys(works).length);
  for (const [name, work] of Object.entries(works)) {
    // The changes themselves are let go, as a service lets them go: kept, they would cost more than the work.
    const runs = Array.from({ length: per }, () => {
      const { value, ...times } = timed(work);
      const { milliseconds, processor } = timed(() => reasonsOfAll(value));
      all.push(times);
      withReasons.push({ milliseconds: times.milliseconds + milliseconds, processor: times.processor + processor });
      return { ...times, value: value.length };
    });
    const lists = runs.reduce((sum, run) => sum + run.value, 0) / per;
    line(`${name}, ms`, `${bothTimes(runs)}; ${lists.toFixed(0)} lists change`);
  }
  line("all changes, ms", bothTimes(all));
  line("all, and the reasons of every new entry, ms", bothTimes(withReasons));
}

const reasonsOfAll = (changes: readonly ListChange[]): unknown =>
  changes.map(({ entered }) => entered.map(({ reasons }) => reasons()));

/** Exhibitors leave in an order of their own and come back last first, so that nobody leaves twice. */
function leavingInTurn(profiles: readonly Profile[]) {
  const order = profiles.toSorted((a, b) => stableHash(a.id) - stableHash(b.id));
  let gone = 0;
  return { next: () => order[gone++]!.id, back: () => order[--gone]! };
}
