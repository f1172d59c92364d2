import type { Door } from "./door.ts";

/** `sent`: a command is on its way, so its answer will be lost. `answered`: it took effect, and what follows from it may not. */
export type Moment = "sent" | "answered";

export interface WatchedDoor extends Door {
  readonly fetch: typeof fetch;
  /** Resolves at the next command to this service. */
  next(service: string, moment: Moment): Promise<void>;
}

type Waiting = { readonly service: string; readonly moment: Moment; readonly come: () => void };

const isCommandTo = (service: string, input: Parameters<typeof fetch>[0], init: RequestInit | undefined) =>
  init?.method !== "GET" && String(input).includes(`/api/${service}/`);

/** Sees every command that passes, so that a fault can strike in the middle of one. */
export function watchDoor(url: string): WatchedDoor {
  let waiting: Waiting[] = [];
  const tell = (moment: Moment, input: Parameters<typeof fetch>[0], init: RequestInit | undefined) => {
    const met = waiting.filter((one) => one.moment === moment && isCommandTo(one.service, input, init));
    waiting = waiting.filter((one) => !met.includes(one));
    for (const { come } of met) come();
  };
  return {
    url,
    async fetch(input, init) {
      const answering = globalThis.fetch(input, init);
      tell("sent", input, init);
      const response = await answering;
      if (response.ok) tell("answered", input, init);
      return response;
    },
    next: (service, moment) => new Promise((come) => waiting.push({ service, moment, come })),
  };
}
