/** A unique index other than `_id` refused the write, and nothing was written. `keyValue` names the conflicting value. */
export class UniqueConflict extends Error {
  readonly index: string;
  readonly keyValue: Readonly<Record<string, unknown>>;

  constructor(index: string, keyValue: Readonly<Record<string, unknown>>, cause?: unknown) {
    super(`the unique index ${index} refused the write`, { cause });
    this.name = "UniqueConflict";
    this.index = index;
    this.keyValue = keyValue;
  }
}

/** The same Idempotency-Key came before with another command. */
export class IdempotencyKeyReused extends Error {
  readonly aggregateId: string;

  constructor(aggregateId: string) {
    super(`the Idempotency-Key was used for another command on ${aggregateId}`);
    this.name = "IdempotencyKeyReused";
    this.aggregateId = aggregateId;
  }
}

/** Too many writers wanted the same document at once; nothing was written. Try again. */
export class TooContended extends Error {
  readonly transient = true;

  constructor(id: string, attempts: number) {
    super(`${id} was changed by others in each of ${attempts} attempts`);
    this.name = "TooContended";
  }
}

/**
 * The database did not say whether the write was stored, and could not be asked in time. Trying again is safe for a
 * command that carries an Idempotency-Key and for a reaction whose decision says nothing the second time.
 */
export class OutcomeUnknown extends Error {
  readonly transient = true;

  constructor(id: string, cause: unknown) {
    super(`it is unknown whether the write of ${id} was stored`, { cause });
    this.name = "OutcomeUnknown";
  }
}

/** The database took a request and did not answer in time; a write may take effect later. */
export class DatabaseSilent extends Error {
  readonly transient = true;

  constructor(limitMs: number) {
    super(`the database has not answered within ${limitMs} ms`);
    this.name = "DatabaseSilent";
  }
}

/** A decision returned an event that the store may not write: a programming error. */
export class UnfitEvent extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UnfitEvent";
  }
}
