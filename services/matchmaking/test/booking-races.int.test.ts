import { newId } from "@rialto/contracts/kernel/ids";
import { connectMongo } from "@rialto/persistence/connection";
import { createStore } from "@rialto/persistence/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BookingDeps } from "../src/booking/booking-deps.ts";
import type { Meeting } from "../src/domain/meeting.ts";
import { boothsInOrder } from "../src/domain/place.ts";
import { type Meetings, meetingsDeclaration } from "../src/store/meetings.ts";
import { createReadClaims } from "../src/store/taken-claims.ts";
import { aBooth, aFair, anOrganization, aRepresentative, rules, slotsOfDay } from "./builders.ts";
import { actAtRandom, type Cast, seeded, type Tally } from "./random-actors.ts";
import { factsOf } from "./seats-and-people.ts";

let connection: Awaited<ReturnType<typeof connectMongo>>;
beforeAll(async () => {
  const { MONGO_URL: url = "" } = process.env;
  connection = await connectMongo({ url, database: `matchmaking-races-${newId().slice(-12)}` });
});
afterAll(async () => {
  await connection?.dropDatabase();
  await connection?.close();
});

function aCast(): Cast {
  const fair = aFair({ slots: slotsOfDay(4), rules: { ...rules, pendingRequestLimit: 2 } });
  const { fairId } = fair;
  const exhibitors = Array.from({ length: 4 }, () =>
    anOrganization({ fairId, representatives: [aRepresentative(), aRepresentative()] }),
  );
  const buyers = Array.from({ length: 6 }, () => anOrganization({ fairId, profile: { role: "buyer" } }));
  const booths = exhibitors.map(({ organizationId }) => aBooth({ fairId, organizationId, capacity: 1 }));
  return { fair, exhibitors, buyers, booths };
}

/** A replica: a store of its own on the shared collection, so that only the index stands between the two. */
function replica({ fair, exhibitors, buyers, booths }: Cast): BookingDeps & { readonly meetings: Meetings } {
  const meetings = createStore(connection.useDb(connection.name, { useCache: false }), meetingsDeclaration);
  const byId = new Map([...exhibitors, ...buyers].map((one) => [one.organizationId, one]));
  return {
    meetings,
    readClaims: createReadClaims(meetings),
    fair: async () => fair,
    organization: async (id) => byId.get(id),
    boothsOf: async (hosts) => {
      const ids = hosts.flatMap((host) =>
        host?.profile === undefined ? [] : [{ organizationId: host.organizationId, role: host.profile.role }],
      );
      return boothsInOrder(
        booths.filter((booth) => ids.some(({ organizationId }) => organizationId === booth.organizationId)),
        ids,
      );
    },
    preferencesBetween: async () => ({ own: undefined, other: undefined }),
  };
}

test("3,000 random commands by 24 actors through two replicas on MongoDB: no two active meetings ever share a person, a seat, a number or a pair", {
  timeout: 120_000,
}, async () => {
  const seed = Number(process.env.SEED ?? 20_260_901);
  const cast = aCast();
  const replicas = [replica(cast), replica(cast)] as const;
  await replicas[0].meetings.ready();
  const [random, tally, meetingIds]: [ReturnType<typeof seeded>, Tally, string[]] = [seeded(seed), new Map(), []];

  let stop = false;
  let looks = 0;
  const watch = async () => {
    while (!stop) {
      const active = await replicas[0].meetings.model
        .find({ "state.active": true }, { state: 1 })
        .readConcern("snapshot")
        .lean<{ state: Meeting }[]>();
      const facts = active.flatMap(({ state }) => factsOf(state));
      expect(facts.length, `seed ${seed}`).toBe(new Set(facts).size);
      looks += 1;
    }
  };
  const watching = watch();
  await Promise.all(
    Array.from({ length: 24 }, (_, at) => actAtRandom(replicas[(at % 2) as 0 | 1], cast, meetingIds, random, 125, tally)),
  );
  stop = true;
  await watching;
  expect(looks).toBeGreaterThan(20);
  for (const outcome of ["request: done", "accept: done", "accept: SLOT_TAKEN", "cancel: done"]) {
    expect(tally.get(outcome) ?? 0, `${outcome}, seed ${seed}`).toBeGreaterThan(5);
  }
});
