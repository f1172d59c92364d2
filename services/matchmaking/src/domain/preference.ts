import type { DraftOf } from "@rialto/contracts/kernel/event";
import { derivedId } from "@rialto/contracts/kernel/ids";
import type { Preference, preferenceNoted } from "@rialto/contracts/matchmaking/events";

export type PreferenceEvent = DraftOf<typeof preferenceNoted>;

/** What one organization has said about meeting another. */
export type PreferenceNote =
  | { readonly status: "none" }
  | {
      readonly status: "noted";
      readonly preferenceId: string;
      readonly fairId: string;
      readonly organizationId: string;
      readonly aboutOrganizationId: string;
      /** Absent: taken back. */
      readonly preference?: Preference | undefined;
      readonly notedAt: string;
    };

export const noPreference: PreferenceNote = { status: "none" };

/** The one note of this organization about that one. */
export const preferenceIdOf = (fairId: string, organizationId: string, aboutOrganizationId: string): string =>
  derivedId("preference", fairId, organizationId, aboutOrganizationId);

export const evolvePreference = (_: PreferenceNote, event: PreferenceEvent): PreferenceNote => ({
  ...event.data,
  status: "noted",
});
