import type { Draft } from "@rialto/contracts/kernel/event";
import { jittered, type Sleep } from "./back-off.ts";
import type { Documents, PlannedWrite, Snapshot } from "./documents.types.ts";
import { TooContended } from "./errors.ts";
import { firstResult, handledKeyOf } from "./idempotency.ts";
import { performWrite } from "./perform-write.ts";
import { type PlanContext, planWrite } from "./plan-write.ts";
import type { CommittedWrite, Written } from "./store.types.ts";

/** With full jitter up to 50 ms this is about 5 s of losing against writers in other processes. */
const STALE_ATTEMPTS = 200;

export interface UpdateContext<State, Event extends Draft> extends Omit<PlanContext<State, Event>, "time"> {
  readonly store: string;
  readonly initial: State;
  readonly decide: (state: State) => readonly Event[];
  readonly clock: () => string;
  readonly sleep: Sleep;
  readonly onWritten: (write: CommittedWrite) => void;
}

/** Load, decide, write; again from the start when the document changed meanwhile. See `Store.update` for what it throws. */
export async function updateAggregate<State, Event extends Draft>(
  documents: Documents<State>,
  context: UpdateContext<State, Event>,
): Promise<Written<State>> {
  for (let attempt = 1; attempt <= STALE_ATTEMPTS; attempt++) {
    if (attempt > 1) await context.sleep(jittered(attempt - 1, 2, 50));
    const done = await attemptUpdate(documents, context);
    if (done !== undefined) return done;
  }
  throw new TooContended(context.id, STALE_ATTEMPTS);
}

/** One attempt; undefined when its write was stale. */
async function attemptUpdate<State, Event extends Draft>(
  documents: Documents<State>,
  context: UpdateContext<State, Event>,
): Promise<Written<State> | undefined> {
  const { id, cause, decide, initial, sleep, clock } = context;
  const found = await documents.read(id, handledKeyOf(cause));
  const seen: Snapshot<State> = found ?? { version: 0, seq: 0, state: initial, pendingCount: 0 };
  const repeated = firstResult(id, seen, cause);
  if (repeated !== undefined) return repeated;
  const planned = planWrite(seen, decide(seen.state), { ...context, time: clock() });
  if (planned === undefined) return { id, version: seen.version, state: seen.state, events: [], repeated: false };
  if ((await performWrite(documents, planned, sleep)) === "stale") return undefined;
  announce(planned, seen, context);
  return { id, version: planned.version, state: planned.state, events: planned.events, repeated: false };
}

function announce<State, Event extends Draft>(
  { id, events }: PlannedWrite<State>,
  seen: Snapshot<State>,
  { store, onWritten }: UpdateContext<State, Event>,
): void {
  if (events.length === 0) return;
  // Between reading and writing others can only take events away: a write of theirs would have made ours stale.
  onWritten({ store, id, events, nothingElsePending: seen.pendingCount === 0 });
}
