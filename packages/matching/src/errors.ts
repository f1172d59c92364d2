/** Why an input was refused; the code is stable, the detail is for logs. */
export type MatchingErrorCode =
  | "PROFILE_INVALID"
  | "PROFILE_DUPLICATE"
  | "MEMBER_UNKNOWN"
  | "DECISION_INVALID"
  | "CAPACITY_INVALID"
  | "PROBABILITY_INVALID"
  | "MARKET_INVALID"
  | "HS_CODE_INVALID"
  | "KNOB_INVALID"
  | "FEATURE_INVALID";

export class MatchingError extends Error {
  readonly code: MatchingErrorCode;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: MatchingErrorCode, detail: Readonly<Record<string, unknown>> = {}) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.name = "MatchingError";
    this.code = code;
    this.detail = detail;
  }
}

export const refuse = (code: MatchingErrorCode, detail: Readonly<Record<string, unknown>> = {}): never => {
  throw new MatchingError(code, detail);
};
