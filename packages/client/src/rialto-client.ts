import type { Operation, ResultOf } from "@rialto/contracts/kernel/operation";
import { backOffMs, sleep } from "./back-off.ts";
import type { AnyCallInput, CallArguments } from "./call-input.ts";
import { exchange } from "./exchange.ts";
import { parseAnswer } from "./parse-answer.ts";
import { ProblemError, UnreachableError } from "./problem-error.ts";

export interface RialtoClientOptions {
  /** The gateway, or in tests a service itself: `https://fair.example`. */
  readonly baseUrl: string;
  readonly fetch?: typeof fetch;
  /** Asked before each call; nothing: the call is made without a token. */
  readonly getAccessToken?: () => Promise<string | undefined> | string | undefined;
  /** Asked once after a token was refused; nothing: the refusal stands. */
  readonly renewAccessToken?: (refused: string | undefined) => Promise<string | undefined>;
  /** Language of the sentences in problems. */
  readonly language?: () => "en" | "zh";
  /** A call without an answer for this long counts as lost. Default 20 s. */
  readonly timeoutMs?: number;
  /** How often a lost call that may be repeated is sent again. Default 2. */
  readonly retries?: number;
}

export interface RialtoClient {
  /**
   * Calls an operation. Rejects with `ProblemError` when the service says no, `UnreachableError` when no answer comes and
   * `UnexpectedAnswer` when it is not the declared one. Reading calls and calls with an idempotency key are repeated when lost.
   */
  call<O extends Operation>(operation: O, ...input: CallArguments<O>): Promise<ResultOf<O>>;
}

const DEFAULT_TIMEOUT_MS = 20_000;
const DEFAULT_RETRIES = 2;

/** What can be sent twice without harm: with a key, the store answers the second with the result of the first. */
const mayRepeat = (operation: Operation, input: AnyCallInput): boolean =>
  operation.method === "get" || input.idempotencyKey !== undefined;

const isLost = (error: unknown): boolean =>
  error instanceof UnreachableError || (error instanceof ProblemError && error.status === 503);

/** Only a token that did not hold; a wrong password is a 401 too. */
const isStaleToken = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === "SIGN_IN_NEEDED" && error.details.reason !== undefined;

export function createRialtoClient(options: RialtoClientOptions): RialtoClient {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, retries = DEFAULT_RETRIES } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  // Browsers insist that `fetch` is called on the window.
  const send: typeof fetch = options.fetch ?? ((...request) => globalThis.fetch(...request));

  const once = (operation: Operation, input: AnyCallInput, token: string | undefined) =>
    exchange(operation, input, { baseUrl, fetch: send, timeoutMs, token, language: options.language?.() });

  async function withToken(operation: Operation, input: AnyCallInput): Promise<unknown> {
    const token = await options.getAccessToken?.();
    try {
      return await once(operation, input, token);
    } catch (error) {
      if (!isStaleToken(error) || options.renewAccessToken === undefined) throw error;
      const renewed = await options.renewAccessToken(token);
      if (renewed === undefined) throw error;
      return once(operation, input, renewed);
    }
  }

  async function repeated(operation: Operation, input: AnyCallInput): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await withToken(operation, input);
      } catch (error) {
        if (attempt > retries || !isLost(error) || !mayRepeat(operation, input)) throw error;
        await sleep(backOffMs(attempt), input.signal);
      }
    }
  }

  return {
    async call(operation, ...[input]) {
      return parseAnswer(operation, await repeated(operation, (input ?? {}) as AnyCallInput));
    },
  };
}
