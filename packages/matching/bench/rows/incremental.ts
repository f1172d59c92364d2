import { createClassifier } from "../../src/hs/classifier.ts";
import { createCandidateIndex, putMember } from "../../src/live/candidate-index.ts";
import type { Decision } from "../../src/live/decision.ts";
import { noteDecision } from "../../src/live/decision-book.ts";
import { createMatcher, type Matcher } from "../../src/live/matcher.ts";
import { type Member, memberFrom } from "../../src/live/member.ts";
import { priorScoring } from "../../src/live/scoring.ts";
import { createVocabulary } from "../../src/live/vocabulary.ts";
import { stableRandom } from "../../src/market/stable-random.ts";
import type { Profile } from "../../src/profile/profile.ts";
import { officialLexicon } from "../../src/text/lexicon.ts";
import { naiveLists } from "../naive-lists.ts";
import type { BenchOptions } from "../options.ts";
import { type Operation, randomOperation } from "../random-operations.ts";
import { heading, line, timed } from "../report.ts";

const knowledge = { lexicon: officialLexicon(), classifier: createClassifier() };
const knobs = { listLength: 4, depth: 8, exposurePerSeat: 1 };
const operationsPerMarket = 2_000;

type World = { matcher: Matcher; profiles: Map<string, Profile>; decisions: Decision[] };

/** Many small markets, each lived through from empty; compared with the definition after every operation. */
export function incrementalRow({ operations }: BenchOptions): void {
  heading(
    5,
    "incremental lists identical to full recomputation",
    "100 % over 1,000,000 random operations, exclusions and capacities changing",
  );
  let [checked, wrong, lists] = [0, 0, 0];
  const { milliseconds } = timed(() => {
    for (let market = 0; checked < operations; market++) {
      const random = stableRandom(market + 1);
      const size = 8 + (market % 5) * 4;
      const world: World = { matcher: createMatcher({}, { knowledge, knobs }), profiles: new Map(), decisions: [] };
      const vocabulary = createVocabulary();
      const compiled = new Map<string, { profile: Profile; member: Member }>();
      const compile = (profile: Profile): Member => {
        const known = compiled.get(profile.id);
        const member = known?.profile === profile ? known.member : memberFrom(profile, knowledge, vocabulary);
        compiled.set(profile.id, { profile, member });
        return member;
      };
      for (let step = 0; step < operationsPerMarket && checked < operations; step++, checked++) {
        applyOperation(world, randomOperation([...world.profiles.keys()], size, random));
        const differing = differences(world, compile);
        wrong += differing > 0 ? 1 : 0;
        lists += world.profiles.size;
      }
    }
  });
  line("operations, each followed by a full recomputation", checked.toLocaleString("en"));
  line("lists compared", lists.toLocaleString("en"));
  line("operations after which any list differed", String(wrong));
  line("identical", `${(100 * (1 - wrong / checked)).toFixed(4)} % in ${(milliseconds / 1000).toFixed(0)} s`);
}

function applyOperation({ matcher, profiles, decisions }: World, operation: Operation): void {
  if (operation.do === "upsert") {
    profiles.set(operation.profile.id, operation.profile);
    matcher.upsert(operation.profile);
  } else if (operation.do === "remove") {
    profiles.delete(operation.id);
    matcher.remove(operation.id);
  } else if (operation.do === "record") {
    decisions.push(operation.decision);
    matcher.record(operation.decision);
  } else {
    const { capacity: _, ...profile } = profiles.get(operation.id)!;
    profiles.set(operation.id, operation.capacity === undefined ? profile : { ...profile, capacity: operation.capacity });
    matcher.capacityChanged(operation.id, operation.capacity);
  }
}

function differences({ matcher, profiles, decisions }: World, compile: (profile: Profile) => Member): number {
  const index = createCandidateIndex(priorScoring);
  for (const decision of decisions) noteDecision(index.book, decision);
  for (const profile of profiles.values()) putMember(index, compile(profile));
  let count = 0;
  for (const [id, expected] of naiveLists(index, knobs)) {
    const actual = matcher.scoresOf(id);
    const same =
      actual.length === expected.length &&
      actual.every((entry, at) => entry.id === expected[at]!.id && entry.score === expected[at]!.score);
    if (!same) count++;
  }
  return count;
}
