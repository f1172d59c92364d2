/** One way from an HTTP request to a socket. */
export interface Contender {
  readonly name: string;
  /** Sends the next command; resolves, once it is accepted, with the name under which its notification arrives. */
  next(): Promise<string>;
  /** When each notification reached its socket, in milliseconds of `performance.now()`. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** Its processes, by name. */
  pids(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}
