import type { Envelope, EnvelopeOf, EventDefinition, Topic } from "@rialto/contracts/kernel/event";
import type { Bus } from "@rialto/messaging/bus";
import { type DeepPartial, matches } from "./partial-match.ts";

export interface CollectOptions {
  /** Default `end`: what is published from now on. `start`: all that the log holds. */
  readonly from?: "start" | "end";
}

export interface CollectedEvents {
  /**
   * The first collected event of this type whose data has these parts, once it has arrived. After `timeoutMs` (default
   * 10,000) it rejects and lists what did arrive.
   */
  awaitEvent<Definition extends EventDefinition>(
    definition: Definition,
    data?: DeepPartial<EnvelopeOf<Definition>["data"]>,
    options?: { readonly timeoutMs?: number },
  ): Promise<EnvelopeOf<Definition>>;
  /** All collected events, in the order of arrival, repeats included. */
  all(): readonly Envelope[];
  stop(): Promise<void>;
}

/** Listens to these topics beside everybody else. Resolves when it will see all that is published from then on. */
export async function collectEvents(
  bus: Pick<Bus, "tail">,
  topics: readonly Topic[],
  definitions: readonly EventDefinition[],
  { from = "end" }: CollectOptions = {},
): Promise<CollectedEvents> {
  const arrived: Envelope[] = [];
  const waiting = new Set<() => void>();
  const handle = async (records: readonly { readonly envelope: Envelope }[]) => {
    arrived.push(...records.map(({ envelope }) => envelope));
    for (const look of waiting) look();
  };
  const tail = await bus.tail({ topics, definitions, from: (_topic, _partition, bounds) => bounds[from], handle });

  return {
    awaitEvent: (definition, data, { timeoutMs = 10_000 } = {}) =>
      awaitMatch(arrived, waiting, definition, data ?? {}, timeoutMs),
    all: () => [...arrived],
    stop: () => tail.stop(),
  };
}

function awaitMatch<Definition extends EventDefinition>(
  arrived: readonly Envelope[],
  waiting: Set<() => void>,
  definition: Definition,
  data: object,
  timeoutMs: number,
): Promise<EnvelopeOf<Definition>> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = arrived.find((envelope) => envelope.type === definition.type && matches(envelope.data, data));
      if (found === undefined) return;
      waiting.delete(look);
      clearTimeout(timer);
      resolve(found as EnvelopeOf<Definition>);
    };
    const timer = setTimeout(() => {
      waiting.delete(look);
      reject(new Error(missing(definition, data, timeoutMs, arrived)));
    }, timeoutMs);
    waiting.add(look);
    look();
  });
}

const LISTED = 20;

function missing(definition: EventDefinition, data: object, timeoutMs: number, arrived: readonly Envelope[]): string {
  const last = arrived.slice(-LISTED).map(({ type, seq, data }) => `  ${type} #${seq} ${JSON.stringify(data)}`);
  const some = arrived.length > LISTED ? `the last ${LISTED} of ${arrived.length}` : `${arrived.length}`;
  return [`no ${definition.type} with ${JSON.stringify(data)} within ${timeoutMs} ms; arrived, ${some}:`, ...last].join("\n");
}
