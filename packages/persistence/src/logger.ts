type Log = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** What this package needs of a logger; pino fits. */
export interface Logger {
  readonly info: Log;
  readonly warn: Log;
  readonly error: Log;
}
