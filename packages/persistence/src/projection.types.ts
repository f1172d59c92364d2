import type { Envelope } from "@rialto/contracts/kernel/event";
import type { Model, QueryFilter } from "mongoose";
import type { StoreIndex } from "./store.types.ts";

/** A row as MongoDB holds it; named queries and indexes use these paths, for example `row.fairId`. */
export interface ProjectedDocument<Row> {
  _id: string;
  /** Absent after the row was removed: what remains keeps repeated events from bringing it back. */
  row?: Row;
  /** The last event applied of each aggregate that feeds this row. */
  applied: AppliedSource[];
  revision: number;
}

export interface AppliedSource {
  source: string;
  subject: string;
  seq: number;
}

export interface ProjectionDeclaration {
  /** Collection, plural: `offers`. */
  readonly name: string;
  readonly indexes?: readonly StoreIndex[];
}

export interface FindOptions {
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
  readonly skip?: number;
}

export interface ProjectedRow<Row> {
  readonly id: string;
  readonly row: Row;
}

/**
 * What a service needs to know of others, fed by their events. Per row and source aggregate an event is applied once and
 * never after a later one. Danger: reactions that feed one projection must share one handler name, or a parked event is
 * replayed when later ones of its aggregate have passed it, and is dropped as late.
 */
export interface Projection<Row> {
  readonly name: string;
  readonly model: Model<ProjectedDocument<Row>>;
  /** Builds the indexes; `apply` waits for it. */
  ready(): Promise<void>;
  /**
   * `change` gets the row, undefined when there is none, and answers with the new one, undefined to remove it. It must
   * be pure: it runs again when another event changed the row meanwhile. A row may be fed by some hundred aggregates,
   * not by thousands: each leaves its position in it.
   */
  apply<E extends Envelope>(
    rowId: string,
    envelope: E,
    change: (row: Row | undefined, envelope: E) => Row | undefined,
  ): Promise<"applied" | "repeated">;
  get(id: string): Promise<Row | undefined>;
  /** Present rows only; all that match when no limit is given. */
  find(filter?: QueryFilter<ProjectedDocument<Row>>, options?: FindOptions): Promise<readonly ProjectedRow<Row>[]>;
  count(filter?: QueryFilter<ProjectedDocument<Row>>): Promise<number>;
}
