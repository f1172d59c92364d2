import type { ResultInput } from "@rialto/contracts/kernel/operation";
import type { listPreferences, notePreference } from "@rialto/contracts/matchmaking/operations";
import type { NotedPreference } from "../store/preferences.ts";

export type PreferenceView = ResultInput<typeof notePreference>;
export type PreferencePage = ResultInput<typeof listPreferences>;

export const presentPreference = (version: number, note: NotedPreference): PreferenceView => ({
  preferenceId: note.preferenceId,
  version,
  organizationId: note.aboutOrganizationId,
  preference: note.preference ?? null,
  notedAt: note.notedAt,
});
