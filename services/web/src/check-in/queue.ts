import { ProblemError } from "@rialto/client/problem-error";
import { newId } from "@rialto/contracts/kernel/ids";
import { checkIn } from "@rialto/contracts/matchmaking/operations";
import { z } from "zod";
import { account, session } from "../session/session.ts";
import { createSignal } from "../shared/signal.ts";

const Waiting = z.object({ fairId: z.string(), meetingId: z.string(), key: z.string(), accountId: z.string() });
export type Waiting = z.output<typeof Waiting>;

const KEY = "rialto.check-ins";
const RETRY_MS = 10_000;

function read(): readonly Waiting[] {
  try {
    return z.array(Waiting).parse(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  } catch {
    return [];
  }
}

/** Check-ins that no service has answered yet; they outlive a reload. */
export const waiting = createSignal<readonly Waiting[]>(read());
/** The last check-in that was refused, to be told and put away. */
export const refused = createSignal<{ readonly meetingId: string; readonly error: ProblemError } | undefined>(undefined);
/** Called after a check-in was taken. */
let onTaken: () => void = () => undefined;
export const whenTaken = (listener: () => void): void => void (onTaken = listener);

function keep(change: (list: readonly Waiting[]) => readonly Waiting[]): void {
  const next = change(read());
  localStorage.setItem(KEY, JSON.stringify(next));
  waiting.set(next);
}

const put = (entry: Waiting) =>
  keep((list) => (list.some(({ meetingId }) => meetingId === entry.meetingId) ? list : [...list, entry]));
const remove = ({ key }: Waiting) => keep((list) => list.filter((one) => one.key !== key));

/** Sends one. The key is the same at each attempt, so a lost answer does no harm. False: nothing answers, try later. */
async function send(entry: Waiting): Promise<boolean> {
  const { fairId, meetingId, key } = entry;
  try {
    await session.client.call(checkIn, { params: { fairId, meetingId }, body: {}, idempotencyKey: key });
    onTaken();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status === 503 || error.status === 429) return false;
    refused.set({ meetingId, error });
  }
  remove(entry);
  return true;
}

let sending: Promise<void> | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;

async function sendAll(): Promise<void> {
  clearTimeout(retry);
  for (const entry of read().filter(({ accountId }) => accountId === account.get())) {
    if (await send(entry)) continue;
    retry = setTimeout(flush, RETRY_MS);
    return;
  }
}

/** Sends what waits, one after the other; another tab that does the same repeats nothing, by the key. */
export function flush(): void {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
}

/** Says that the own side is there, now or as soon as there is a network. */
export function sendCheckIn(fairId: string, meetingId: string): void {
  const accountId = account.get();
  if (accountId === undefined) return;
  put({ fairId, meetingId, key: newId(), accountId });
  flush();
}
