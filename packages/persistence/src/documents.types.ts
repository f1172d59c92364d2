import type { Envelope } from "@rialto/contracts/kernel/event";
import type { HandledCommand } from "./store.types.ts";

/** What a decision needs of a document. */
export interface Snapshot<State> {
  readonly version: number;
  readonly seq: number;
  readonly state: State;
  readonly pendingCount: number;
  /** Present when the command asked for by key was handled before. */
  readonly handled?: HandledCommand<State>;
}

/** One write of one document, complete: it holds only on top of `baseVersion`. */
export interface PlannedWrite<State> {
  readonly id: string;
  readonly baseVersion: number;
  readonly version: number;
  readonly seq: number;
  readonly state: State;
  readonly events: readonly Envelope[];
  readonly handled?: HandledCommand<State>;
  /** `<version after>.<write id>`. */
  readonly mark: string;
}

export type WriteOutcome = "written" | "stale";

/** What the update algorithm asks of the database; one call is one atomic step on one document. */
export interface Documents<State> {
  read(id: string, handledKey: string | undefined): Promise<Snapshot<State> | undefined>;
  /** Rejects with `UniqueConflict` (nothing written) or `OutcomeUnknown` (perhaps written). */
  write(planned: PlannedWrite<State>): Promise<WriteOutcome>;
  /** The marks of the last writes, oldest first, read so that none of them can vanish again. */
  marksOf(id: string): Promise<readonly string[]>;
}
