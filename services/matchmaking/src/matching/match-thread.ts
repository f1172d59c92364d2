import type { MatchEngine } from "./match-engine.ts";

/** What may be asked of an engine that works elsewhere. */
export type Question = "takeChanged" | "putBack" | "scored" | "recommendations" | "explain" | "report";

export type Ask = <Q extends Question>(question: Q, ...input: Parameters<MatchEngine[Q]>) => Promise<ReturnType<MatchEngine[Q]>>;

/** An engine that follows the database in a place of its own: a thread in the service, this one in a test. */
export interface MatchThread {
  /** Resolves when the lists are there. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** In the order of asking. Rejects when the place is lost; asking again is safe. */
  readonly ask: Ask;
}

/** What a thread says without being asked. */
export interface Heard {
  /** Everything that was written before this mark is in the lists from now on. */
  mark(number: number): void;
  following(isFollowing: boolean): void;
  lost(error: unknown): void;
  /** An organization, or a whole fair, that the engine cannot read: it is left out. */
  setAside(id: string, error: unknown): void;
}

export type OpenThread = (replica: string, heard: Heard) => MatchThread;

/** The engine was lost with what it was asked. Trying again is safe: it starts anew from the database. */
export class MatchThreadLost extends Error {
  readonly transient = true;

  constructor() {
    super("the matches are being read anew");
    this.name = "MatchThreadLost";
  }
}
