import type { Decision, DecisionKind } from "../src/live/decision.ts";
import { meanings } from "../src/live/decision.ts";
import type { Profile } from "../src/profile/profile.ts";
import { generatedProfile } from "./generated-profiles.ts";

export type Operation =
  | { do: "upsert"; profile: Profile }
  | { do: "remove"; id: string }
  | { do: "record"; decision: Decision }
  | { do: "capacity"; id: string; capacity: number | undefined };

const kinds = Object.keys(meanings) as DecisionKind[];

/** One change of a market of about `size` members, given who is in it; exclusions and capacities change too. */
export function randomOperation(present: readonly string[], size: number, random: () => number): Operation {
  const draw = random();
  const anybody = () => present[Math.floor(random() * present.length)]!;
  if (present.length < 2 || draw < 0.4) return { do: "upsert", profile: changedProfile(Math.floor(random() * size), random) };
  if (draw < 0.5) return { do: "remove", id: anybody() };
  if (draw < 0.65) return { do: "capacity", id: anybody(), capacity: random() < 0.3 ? undefined : Math.floor(random() * 4) };
  const [actorId, targetId] = [anybody(), anybody()];
  if (actorId === targetId) return { do: "capacity", id: actorId, capacity: 0 };
  // A no closes a pair for good; if it were frequent, soon nobody would have candidates left.
  const kind = random() < 0.9 ? kinds[Math.floor(random() * kinds.length)]! : "viewed";
  const softened = kind === "declined" || kind === "noThanks" ? (random() < 0.1 ? kind : "viewed") : kind;
  return { do: "record", decision: { actorId, targetId, kind: softened } };
}

/** Ids tell the side, so that most changes replace a profile; a few change sides. */
function changedProfile(number: number, random: () => number): Profile {
  const side = (number % 3 === 0) === random() > 0.02 ? "exhibitor" : "buyer";
  const profile = generatedProfile(side, `m${number}`, random);
  const exclusions = random() < 0.1 ? { exclusions: { organizations: [`organization-m${Math.floor(random() * 40)}`] } } : {};
  return { ...profile, ...exclusions, ...(random() < 0.3 ? { capacity: Math.floor(random() * 5) } : {}) };
}
