export interface Contradiction {
  code: string;
  /** One sentence with the ids concerned. */
  message: string;
}

/** The input cannot be scheduled as it stands. All contradictions are named, not only the first. */
export class ProblemRefused extends Error {
  readonly contradictions: readonly Contradiction[];
  constructor(contradictions: readonly Contradiction[]) {
    super(
      `${contradictions.length} contradiction(s): ${contradictions
        .slice(0, 5)
        .map((c) => c.message)
        .join("; ")}`,
    );
    this.name = "ProblemRefused";
    this.contradictions = contradictions;
  }
}
