import { type Preference, preferenceNoted } from "@rialto/contracts/matchmaking/events";
import type { Store, StoreDeclaration } from "@rialto/persistence/store.types";
import {
  evolvePreference,
  noPreference,
  type PreferenceEvent,
  type PreferenceNote,
  preferenceIdOf,
} from "../domain/preference.ts";
import { afterCursor, cursorOf } from "./page-cursor.ts";

export type Preferences = Store<PreferenceNote, PreferenceEvent>;
export type NotedPreference = Extract<PreferenceNote, { status: "noted" }>;

export const preferencesDeclaration: StoreDeclaration<PreferenceNote, PreferenceEvent> = {
  name: "preferences",
  context: "matchmaking",
  definitions: [preferenceNoted],
  initial: noPreference,
  evolve: evolvePreference,
  indexes: [
    { name: "ofOrganization", fields: { "state.organizationId": 1, "state.notedAt": -1, _id: -1 } },
    { name: "ofFair", fields: { "state.fairId": 1 } },
    { name: "exclusions", fields: { "state.preference": 1 } },
  ],
};

/** What each of two organizations has said about the other. */
export async function preferencesBetween(
  { load }: Pick<Preferences, "load">,
  fairId: string,
  own: string,
  other: string,
): Promise<{ own: Preference | undefined; other: Preference | undefined }> {
  const [mine, theirs] = await Promise.all([load(preferenceIdOf(fairId, own, other)), load(preferenceIdOf(fairId, other, own))]);
  return { own: preferenceIn(mine.state), other: preferenceIn(theirs.state) };
}

export const preferenceIn = (note: PreferenceNote): Preference | undefined =>
  note.status === "noted" ? note.preference : undefined;

/** What an organization has said about each of these. */
export async function preferencesOf(
  { model }: Preferences,
  fairId: string,
  organizationId: string,
  aboutIds: readonly string[],
): Promise<ReadonlyMap<string, Preference>> {
  const ids = aboutIds.map((about) => preferenceIdOf(fairId, organizationId, about));
  const notes = await model.find({ _id: { $in: ids } }, { state: 1 }).lean<{ state: NotedPreference }[]>();
  return new Map(
    notes.flatMap(({ state }) => (state.preference === undefined ? [] : [[state.aboutOrganizationId, state.preference]])),
  );
}

export interface FoundPreference {
  readonly _id: string;
  readonly version: number;
  readonly state: NotedPreference;
}

/** One page of what an organization has said, newest first. */
export async function findPreferences(
  { model }: Preferences,
  {
    organizationId,
    cursor,
    limit,
  }: { readonly organizationId: string; readonly cursor?: string | undefined; readonly limit: number },
) {
  const found = await model
    .find(
      { "state.organizationId": organizationId, ...(cursor === undefined ? {} : afterCursor("state.notedAt", cursor)) },
      { version: 1, state: 1 },
    )
    .sort({ "state.notedAt": -1, _id: -1 })
    .limit(limit + 1)
    .lean<FoundPreference[]>();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last !== undefined ? { nextCursor: cursorOf(last.state.notedAt, last._id) } : {}) };
}
