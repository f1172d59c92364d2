import type { ServiceName } from "@rialto/local/topology";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OwnServers, startOwnServers } from "./src/fair/own-servers.ts";
import { type RunningFair, startFair } from "./src/start-fair.ts";
import { effectsOf, expectedEffects } from "./src/story/effects.ts";
import { checkHistory } from "./src/story/history.ts";
import { expectedNotifications, notificationsOf } from "./src/story/notifications.ts";
import { type Moment, type WatchedDoor, watchDoor } from "./src/story/watched-door.ts";
import { type Story, type StoryStep, tellStory } from "./src/story.ts";

type Fault = {
  /** The fault strikes when a command to this service is at this moment. */
  readonly when: readonly [ServiceName, Moment];
  /** Who is killed with SIGKILL. */
  readonly who: ServiceName | "kafka" | "mongo";
};

/** For hunting: strike everywhere at this moment, `FAULT_MOMENT=sent npx vitest run --project e2e test/story.fault.test.ts`. */
const forcedMoment =
  process.env.FAULT_MOMENT === "sent" || process.env.FAULT_MOMENT === "answered" ? process.env.FAULT_MOMENT : undefined;

const faults: Partial<Record<StoryStep, Fault>> = {
  "the organizer verifies them": { who: "kafka", when: ["registry", "answered"] },
  "the exhibitor holds a booth and the organizer confirms it": { who: "venue", when: ["venue", "answered"] },
  "the exhibitor publishes an offer and both hear of the match": { who: "registry", when: ["registry", "sent"] },
  "the buyer asks for a meeting and the exhibitor hears of it": { who: "gateway", when: ["matchmaking", "answered"] },
  "the exhibitor accepts and the buyer hears of it": { who: "matchmaking", when: ["matchmaking", "sent"] },
  "both parties release it": { who: "mongo", when: ["ceremonies", "sent"] },
  "every item is called, signed and completed": { who: "ceremonies", when: ["ceremonies", "answered"] },
};

describe("the same story, while everything is killed once", () => {
  const struck: string[] = [];
  let servers: OwnServers;
  let fair: RunningFair;
  let door: WatchedDoor;
  let story: Story;

  async function strike({ who, when }: Fault): Promise<void> {
    const [service, moment] = when;
    await door.next(service, forcedMoment ?? moment);
    if (who === "kafka") await servers.killKafka();
    else if (who === "mongo") await servers.killMongo();
    else {
      await fair.kill(who);
      await fair.start(who);
    }
    struck.push(who);
  }

  async function tell<T>(name: StoryStep, step: () => Promise<T>): Promise<T> {
    const fault = faults[name];
    if (fault === undefined) return step();
    const [outcome] = await Promise.all([step(), strike(fault)]);
    return outcome;
  }

  beforeAll(async () => {
    servers = await startOwnServers();
    fair = await startFair({ ...servers, settings: { NODE_ENV: "test" } });
    door = watchDoor(fair.gatewayUrl);
    story = await tellStory(fair, tell, door);
  }, 240_000);

  afterAll(async () => {
    for (const person of [story?.exhibitor, story?.buyer, story?.rival]) await person?.ears.stop();
    await fair?.stop();
    await servers?.stop();
  });

  test("every service and both servers were killed in the middle of a step", () => {
    expect(struck.toSorted()).toEqual(["ceremonies", "gateway", "kafka", "matchmaking", "mongo", "registry", "venue"]);
  });

  test("nothing but what we killed has died", () => expect(fair.unexpectedEnds()).toEqual([]));

  test("the story ends as it does without faults", () => {
    const { meetingStatus, ceremonyStatus, verdict, refusal } = story;
    expect([meetingStatus, ceremonyStatus, verdict.verdict]).toEqual(["held", "completed", "valid"]);
    expect([refusal.code, refusal.details.alternatives.length]).toEqual(["SLOT_TAKEN", 3]);
  });

  test("nothing took effect twice", async () => expect(await effectsOf(story)).toEqual(expectedEffects));

  test("no event was lost or out of order", async () => {
    const { problems, events } = await checkHistory(fair);
    expect(problems).toEqual([]);
    expect(events).toBeGreaterThan(40);
  });

  // Last, so that a late repeat has had its time.
  test("no notification was lost, repeated or out of order", async () =>
    expect(await notificationsOf(story)).toEqual(expectedNotifications));
});
