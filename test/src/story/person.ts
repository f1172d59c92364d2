import type { CallInput } from "@rialto/client/call-input";
import { ProblemError } from "@rialto/client/problem-error";
import { type ClientSession, createSession } from "@rialto/client/session";
import { newId } from "@rialto/contracts/kernel/ids";
import type { Operation, ResultOf } from "@rialto/contracts/kernel/operation";
import type { Door } from "./door.ts";
import { insist } from "./insist.ts";
import { type Listener, listen } from "./listener.ts";

/** Public on purpose: it opens nothing but fairs that end with their test. */
export const PASSWORD = "three-looms-and-a-harbour";

/** One person with one device. */
export interface Person {
  readonly who: string;
  readonly session: ClientSession;
  /** Calls until there is an answer, always with the same Idempotency-Key. */
  does<O extends Operation>(operation: O, input: CallInput<O>): Promise<ResultOf<O>>;
  /** The refusal that this call meets. */
  isRefused<O extends Operation>(operation: O, input: CallInput<O>): Promise<ProblemError>;
  signsIn(email: string, password: string): Promise<void>;
  listens(): Promise<Listener>;
}

export function createPerson(who: string, door: Door): Person {
  const session = createSession({ ...door, baseUrl: door.url, timeoutMs: 10_000 });

  async function does<O extends Operation>(operation: O, input: CallInput<O>): Promise<ResultOf<O>> {
    const keyed = operation.method === "get" ? input : { ...input, idempotencyKey: newId() };
    // `call` takes its input as a rest argument whose presence depends on the operation, which a type parameter hides.
    const call = session.client.call as (operation: O, input: object) => Promise<ResultOf<O>>;
    try {
      return await insist(() => call(operation, keyed));
    } catch (error) {
      if (error instanceof ProblemError) throw new Error(toldOf(who, operation, error), { cause: error });
      throw error;
    }
  }

  return {
    who,
    session,
    does,
    async isRefused(operation, input) {
      const refusal = await does(operation, input).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.cause : undefined),
      );
      if (refusal instanceof ProblemError) return refusal;
      throw new Error(`${who}: ${operation.id} should have been refused`);
    },
    signsIn: async (email, password) => void (await insist(() => session.signIn(email, password))),
    listens: () => listen(who, session, door.url),
  };
}

const toldOf = (who: string, { id }: Operation, { code, details, errors }: ProblemError) =>
  `${who}: ${id} was refused with ${code} ${JSON.stringify({ ...details, errors })}`;
