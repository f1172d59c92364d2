import type { Preference } from "@rialto/contracts/matchmaking/events";
import type { MeetingStatus } from "@rialto/contracts/matchmaking/views";
import type { ExistingMeeting } from "../domain/meeting.ts";
import type { Meetings } from "./meetings.ts";
import type { Preferences } from "./preferences.ts";
import type { Recommendations } from "./recommendations.ts";

/** What of a meeting matters to a plan. */
export type MeetingFacts = Pick<ExistingMeeting, "meetingId" | "status" | "requester" | "recipientOrganizationId"> & {
  readonly recipient?: { readonly organizationId: string; readonly representativeId: string };
  readonly slotId?: string;
  readonly startsAt?: string;
  readonly place?: { readonly boothId: string; readonly seat: number };
  readonly expiresAt: string;
};

const wanted = [
  "meetingId",
  "status",
  "requester",
  "recipientOrganizationId",
  "recipient",
  "slotId",
  "startsAt",
  "place",
  "expiresAt",
];
const fields = Object.fromEntries(wanted.map((field) => [`state.${field}`, 1 as const]));

/** All meetings of a fair in these states, a few fields of each: a plan is about all of them. */
export async function meetingsInStates(
  { model }: Meetings,
  fairId: string,
  statuses: readonly MeetingStatus[],
): Promise<MeetingFacts[]> {
  const found = await model
    .find({ "state.fairId": fairId, "state.status": { $in: [...statuses] } }, fields)
    .hint("ofFairByStatus")
    .lean<{ state: MeetingFacts }[]>();
  return found.map(({ state }) => state);
}

export interface PreferenceFacts {
  readonly organizationId: string;
  readonly aboutOrganizationId: string;
  readonly preference?: Preference;
}

export async function preferencesOfFair({ model }: Preferences, fairId: string): Promise<PreferenceFacts[]> {
  const only = { "state.organizationId": 1, "state.aboutOrganizationId": 1, "state.preference": 1 } as const;
  const found = await model.find({ "state.fairId": fairId }, only).hint("ofFair").lean<{ state: PreferenceFacts }[]>();
  return found.map(({ state }) => state);
}

export interface RecommendedPair {
  readonly one: string;
  readonly other: string;
  readonly score: number;
}

/** Pairs that are in each other's lists, or in one of them, from a score on; each once. */
export async function recommendedPairs({ model }: Recommendations, fairId: string, from: number): Promise<RecommendedPair[]> {
  const only = { "state.entries.organizationId": 1, "state.entries.score": 1 } as const;
  const lists = model
    .find({ "state.fairId": fairId }, only)
    .hint("ofFair")
    .lean<{ _id: string; state: { entries: { organizationId: string; score: number }[] } }[]>();
  const pairs = new Map<string, RecommendedPair>();
  for (const { _id, state } of await lists) {
    for (const { organizationId, score } of state.entries) {
      const [one, other] = [_id, organizationId].sort() as [string, string];
      if (score >= from) pairs.set(`${one}:${other}`, { one, other, score });
    }
  }
  return [...pairs.values()];
}
