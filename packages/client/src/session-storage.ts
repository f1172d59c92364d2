import { Session } from "@rialto/contracts/registry/shapes";

/** Where the tokens of the person who is signed in are kept. */
export interface SessionStorage {
  load(): Session | undefined;
  /** `undefined`: nobody is signed in any more. */
  save(session: Session | undefined): void;
  /** Runs the work while no other tab does: a refresh token works once, and a second use ends every session. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** For as long as the program runs; enough where there is one client per person. */
export function memorySessionStorage(): SessionStorage {
  let kept: Session | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    load: () => kept,
    save(session) {
      kept = session;
    },
    alone(work) {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
  };
}

/** The parts of a browser that are needed, so that this file compiles where there is none. */
export interface BrowserParts {
  readonly localStorage: {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
  };
  readonly navigator: {
    readonly locks?: { request<Result>(name: string, work: () => Promise<Result>): Promise<Result> };
  };
}

function parse(text: string): Session | undefined {
  try {
    return Session.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Shared by all tabs of a browser: `browserSessionStorage(window)`. Without Web Locks (old browsers) tabs are not kept apart. */
export function browserSessionStorage(browser: BrowserParts, key = "rialto.session"): SessionStorage {
  const inThisTab = memorySessionStorage();
  return {
    load() {
      const text = browser.localStorage.getItem(key);
      return text === null ? undefined : parse(text);
    },
    save(session) {
      if (session === undefined) browser.localStorage.removeItem(key);
      else browser.localStorage.setItem(key, JSON.stringify(session));
    },
    alone: (work) => browser.navigator.locks?.request(key, work) ?? inThisTab.alone(work),
  };
}
