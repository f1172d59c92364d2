/** How the people of the story reach the fair. */
export interface Door {
  readonly url: string;
  /** Stands between them and the network, where a test wants to see or to break what passes. */
  readonly fetch?: typeof fetch;
}
