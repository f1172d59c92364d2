/** It took too long to see our own mark come back. Trying again is safe. */
export class FellBehind extends Error {
  readonly transient = true;

  constructor() {
    super("the matches did not catch up with the database in time");
    this.name = "FellBehind";
  }
}

export interface Marks {
  /** Writes a mark into the history and resolves when it has come back: all that was written before it has come, too. */
  pass(): Promise<void>;
  seen(number: number): void;
  /** Whoever still waits is turned away. */
  end(): void;
}

interface Waiting {
  readonly number: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export function createMarks(write: (number: number) => Promise<void>, timeoutMs = 15_000): Marks {
  let last = 0;
  const waiting = new Set<Waiting>();

  const turnAway = (one: Waiting) => {
    if (waiting.delete(one)) one.reject(new FellBehind());
  };

  return {
    async pass() {
      last += 1;
      const number = last;
      const back = new Promise<void>((resolve, reject) => {
        const one = { number, resolve, reject };
        waiting.add(one);
        setTimeout(turnAway, timeoutMs, one).unref();
      });
      await Promise.all([write(number), back]);
    },
    seen(number) {
      for (const one of waiting) {
        if (one.number > number) continue;
        waiting.delete(one);
        one.resolve();
      }
    },
    end() {
      for (const one of waiting) turnAway(one);
    },
  };
}
