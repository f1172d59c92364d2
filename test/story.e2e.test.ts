import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningFair, startFair } from "./src/start-fair.ts";
import { effectsOf, expectedEffects } from "./src/story/effects.ts";
import { checkHistory } from "./src/story/history.ts";
import { expectedNotifications, notificationsOf } from "./src/story/notifications.ts";
import { type Story, storySteps, tellStory } from "./src/story.ts";

describe("the one true story, through every service", () => {
  const told: string[] = [];
  let fair: RunningFair;
  let story: Story;

  beforeAll(async () => {
    fair = await startFair({ settings: { NODE_ENV: "test" } });
    story = await tellStory(fair, (name, step) => {
      told.push(name);
      return step();
    });
  });

  afterAll(async () => {
    for (const person of [story?.exhibitor, story?.buyer, story?.rival]) await person?.ears.stop();
    await fair?.stop();
  });

  test("every step was told, in its order", () => expect(told).toEqual(storySteps));

  test("the match names the other side and says why", () => {
    const { other, score, reasons } = story.match;
    expect(other.organizationId).toBe(story.exhibitor.organizationId);
    expect(reasons.map(({ code }) => code)).toContain("hsHeading");
    expect(score).toBeGreaterThan(0.2);
    expect(reasons.every(({ points }) => points > 0)).toBe(true);
  });

  test("SLOT_TAKEN: the rival's request cannot have the slot, and three others are free", () => {
    const { status, code, details } = story.refusal;
    expect({ status, code, taken: details.conflict.taken }).toEqual({ status: 409, code: "SLOT_TAKEN", taken: "you" });
    expect(details.alternatives).toHaveLength(3);
    expect(details.alternatives.map(({ slotId }) => slotId)).not.toContain(details.conflict.slotId);
  });

  test("the meeting was held, the ceremony completed, the certificate is valid", () => {
    const { meetingStatus, ceremonyStatus, verdict } = story;
    expect([meetingStatus, ceremonyStatus, verdict.verdict]).toEqual(["held", "completed", "valid"]);
  });

  test("everything happened once", async () => expect(await effectsOf(story)).toEqual(expectedEffects));

  test("Kafka holds every event that was written, in order", async () => {
    const { problems, repeats, events } = await checkHistory(fair);
    expect({ problems, repeats }).toEqual({ problems: [], repeats: 0 });
    expect(events).toBeGreaterThan(40);
  });

  // Last, so that a late repeat has had its time.
  test("everybody heard exactly what concerns them, once and in order", async () =>
    expect(await notificationsOf(story)).toEqual(expectedNotifications));
});
