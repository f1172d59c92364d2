export interface SharedReads<Request, Found> {
  read(request: Request): Promise<Found>;
}

/**
 * Lets reads share round trips: those asked for in one turn of the event loop go together, and so do those that arrive
 * while enough trips are under way. Each read sees the state after it was asked for. `readMany` answers in the order of its
 * requests; when it rejects, all of them do.
 */
export function createSharedReads<Request, Found>(
  readMany: (requests: readonly Request[]) => Promise<readonly Found[]>,
  { tripsAtOnce = 4, requestsPerTrip = 100 } = {},
): SharedReads<Request, Found> {
  interface Waiting {
    readonly request: Request;
    readonly resolve: (found: Found) => void;
    readonly reject: (reason: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let trips = 0;
  let departing = false;

  async function travel(passengers: readonly Waiting[]): Promise<void> {
    trips++;
    try {
      const found = await readMany(passengers.map(({ request }) => request));
      passengers.forEach(({ resolve }, index) => {
        resolve(found[index] as Found);
      });
    } catch (error) {
      for (const { reject } of passengers) reject(error);
    } finally {
      trips--;
      depart();
    }
  }

  function depart(): void {
    departing = false;
    while (trips < tripsAtOnce && waiting.length > 0) void travel(waiting.splice(0, requestsPerTrip));
  }

  return {
    read: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        if (departing || trips === tripsAtOnce) return;
        departing = true;
        setImmediate(depart);
      }),
  };
}
