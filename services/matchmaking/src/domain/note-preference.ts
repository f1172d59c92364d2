import { type Preference, preferenceNoted } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { assertRepresents, type Participation } from "./actor.ts";
import { isAdmitted, type Organization } from "./organization.ts";
import { type PreferenceEvent, type PreferenceNote, preferenceIdOf } from "./preference.ts";

export interface NotePreference {
  readonly fairId: string;
  readonly participation: Participation;
  readonly own: Organization | undefined;
  readonly aboutOrganizationId: string;
  readonly about: Organization | undefined;
  /** Null takes back what was said. */
  readonly preference: Preference | null;
  readonly now: string;
}

/** Notes a wish; the same wish again is nothing new. Taking back is possible even when the other has left. */
export function notePreference(command: NotePreference, state: PreferenceNote): PreferenceEvent[] {
  const { fairId, participation, own, about, aboutOrganizationId, preference, now } = command;
  const { organizationId, representativeId } = participation;
  assertRepresents(own, representativeId);
  if (organizationId === aboutOrganizationId) throw refuseMatchmaking("PREFERENCE_ABOUT_ITSELF");
  const current = state.status === "noted" ? (state.preference ?? null) : null;
  if (preference === current) return [];
  const known = isAdmitted(about) && about.fairId === fairId;
  if (preference !== null && !known) throw refuseMatchmaking("OTHER_ORGANIZATION_NOT_FOUND");
  return [
    preferenceNoted.draft({
      preferenceId: preferenceIdOf(fairId, organizationId, aboutOrganizationId),
      fairId,
      organizationId,
      aboutOrganizationId,
      ...(preference === null ? {} : { preference }),
      notedAt: now,
    }),
  ];
}
