/** A sentence for people, in the product's two languages. */
export interface Sentence {
  readonly en: string;
  readonly zh: string;
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 503;

export interface RefusalEntry {
  readonly status: RefusalStatus;
  /** Public: what a person reads. No internals. */
  readonly title: Sentence;
}

/** The vocabulary in which a context says no: code -> status and sentence. Codes are UPPER_SNAKE and unique in the system. */
export type RefusalCatalog = Readonly<Record<string, RefusalEntry>>;

/** A rule said no. The only error whose content reaches people. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: RefusalStatus;
  readonly title: Sentence;
  /** Public extension members of the problem details, for example the conflicting claim and the free alternatives. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, entry: RefusalEntry, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.status = entry.status;
    this.title = entry.title;
    this.details = details;
  }
}

/** The function a context throws with: `throw refuse("BOOTH_NOT_AVAILABLE", { status })`. */
export const refusing =
  <Catalog extends RefusalCatalog>(catalog: Catalog) =>
  (code: keyof Catalog & string, details?: Readonly<Record<string, unknown>>): Refusal =>
    new Refusal(code, catalog[code] as RefusalEntry, details);
