import { events, topics } from "@rialto/contracts/event-catalog";
import type { Bus } from "@rialto/messaging/bus";
import { closeMongo, connectMongo, databaseOf } from "@rialto/persistence/connection";
import { eventually } from "@rialto/testing/eventually";
import type { ServicesTogether } from "./services-together.ts";

/** How far each partition is filled, asked by beginning to read at the end. */
export async function logEnds(bus: Pick<Bus, "tail">): Promise<ReadonlyMap<string, string>> {
  const ends = new Map<string, string>();
  const tail = await bus.tail({
    topics,
    definitions: events,
    from(topic, partition, { end }) {
      ends.set(`${topic}[${partition}]`, end);
      return end;
    },
    handle: async () => undefined,
  });
  await tail.stop();
  return ends;
}

/** What a request could leave behind: a digest of every collection, and the length of every log. */
export type Traces = Readonly<Record<string, string>>;

/** Counted on purpose, whoever guesses passwords; and what is made from other collections now and then, whoever asks for what. */
const ofItself = /^(registry\.signInAttempts|matchmaking\.matchSnapshots)$/;

async function digests({ databases }: ServicesTogether): Promise<Traces> {
  const all = await Promise.all(
    databases.map(async ({ name, url, database }) => {
      const connection = await connectMongo({ url, database, maxPoolSize: 1 });
      const { collections } = (await databaseOf(connection).command({ dbHash: 1 })) as { collections: Record<string, string> };
      await closeMongo(connection);
      return Object.entries(collections).map(([collection, digest]): [string, string] => [`${name}.${collection}`, digest]);
    }),
  );
  return Object.fromEntries(all.flat().filter(([name]) => !ofItself.test(name)));
}

export async function tracesOf(fair: ServicesTogether): Promise<Traces> {
  return { ...(await digests(fair)), ...Object.fromEntries(await fair.logEnds()) };
}

const CALM_LOOKS = 8;

/** Resolves with the traces once all that was begun has been heard of everywhere: nothing has changed for many looks in a row. */
export async function calm(fair: ServicesTogether): Promise<Traces> {
  let last = "";
  let same = 0;
  await eventually(
    "nothing changes any more",
    async () => {
      const now = JSON.stringify(await digests(fair));
      same = now === last ? same + 1 : 0;
      last = now;
      return same >= CALM_LOOKS;
    },
    { timeoutMs: 30_000, everyMs: 100 },
  );
  return tracesOf(fair);
}
