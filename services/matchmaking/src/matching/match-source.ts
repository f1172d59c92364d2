import type { Organization } from "../domain/organization.ts";
import type { PreferenceNote } from "../domain/preference.ts";

type NotedPreference = Extract<PreferenceNote, { status: "noted" }>;

/** One change, at its position in the history that all replicas share. */
export type MatchChange = { readonly position: string } & (
  | { readonly kind: "organization"; readonly organizationId: string; readonly organization: Organization | undefined }
  | { readonly kind: "preference"; readonly note: NotedPreference }
  | { readonly kind: "mark"; readonly replica: string; readonly number: number }
);

/** What the matches read: the service's own rows, and how they change. */
export interface MatchSource {
  /** Where the history is now; changes after it can be asked for. */
  position(): Promise<string>;
  organizations(): Promise<readonly Organization[]>;
  /** Notes that say noThanks. */
  exclusions(): Promise<readonly NotedPreference[]>;
  /** Endless, in the one order of the history; throws when it can no longer be followed. Ends when aborted. */
  changes(after: string, signal: AbortSignal): AsyncIterable<MatchChange>;
  /** Writes a mark into the history. */
  mark(replica: string, number: number): Promise<void>;
  forget(replica: string): Promise<void>;
}

export type { NotedPreference };
