import type { Organization } from "../domain/organization.ts";
import type { PreferenceNote } from "../domain/preference.ts";
import type { MeetingNews } from "./decisions-of.ts";

type NotedPreference = Extract<PreferenceNote, { status: "noted" }>;

/** What words mean at a fair is learned from these. */
export interface Catalogue {
  readonly fairId: string;
  readonly items: readonly { readonly text: string; readonly hsCodes: readonly string[] }[];
}

/** One change, at its position in the history that all replicas share. */
export type MatchChange = { readonly position: string } & (
  | { readonly kind: "organization"; readonly organizationId: string; readonly organization: Organization | undefined }
  | { readonly kind: "preference"; readonly note: NotedPreference }
  | { readonly kind: "meeting"; readonly meeting: MeetingNews }
  | { readonly kind: "fair"; readonly fairId: string; readonly slots: number }
  /** Another catalogue: everything is read anew, for every word may mean something else. */
  | { readonly kind: "catalogue"; readonly fairId: string }
  | { readonly kind: "mark"; readonly replica: string; readonly number: number }
);

/** All rows that the lists follow from. */
export interface MatchRows {
  readonly fairs: readonly { readonly fairId: string; readonly slots: number }[];
  /** Those that are admitted. */
  readonly organizations: readonly Organization[];
  /** Notes that say no thanks. */
  readonly refusals: readonly NotedPreference[];
  /** In the order in which they were asked for. */
  readonly meetings: readonly MeetingNews[];
  readonly catalogues: readonly Catalogue[];
  /** Who has a stored list with somebody in it. */
  readonly listOwners: readonly { readonly fairId: string; readonly organizationId: string }[];
}

/** What the matches read: the service's own rows, and how they change. */
export interface MatchSource {
  /** Where the history is now; changes after it can be asked for. */
  position(): Promise<string>;
  rows(): Promise<MatchRows>;
  /** The last mark that this replica has written; 0 without one. */
  markOf(replica: string): Promise<number>;
  /** Endless, in the one order of the history; throws when it can no longer be followed. Ends when aborted. */
  changes(after: string, signal: AbortSignal): AsyncIterable<MatchChange>;
}

/** Marks in the history, by which a replica knows how far it has come. */
export interface MarkBook {
  write(replica: string, number: number): Promise<void>;
  forget(replica: string): Promise<void>;
}

export type { NotedPreference };
