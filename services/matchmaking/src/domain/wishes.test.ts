import { newId } from "@rialto/contracts/kernel/ids";
import type { Preference } from "@rialto/contracts/matchmaking/events";
import { ScheduleWishes } from "@rialto/contracts/matchmaking/schedule-run-values";
import { describe, expect, test } from "vitest";
import { meetingIdOfWish, pairOf, type WishFacts, wishesOf, wishWeights } from "./wishes.ts";

const runId = newId();
const [a, b] = [newId(), newId()];
const facts = (overrides: Partial<WishFacts> = {}): WishFacts => ({
  fairId: newId(),
  requests: [],
  preferences: [],
  recommended: [],
  settled: new Set(),
  declined: new Set(),
  mayMeet: () => true,
  ...overrides,
});
const says = (organizationId: string, aboutOrganizationId: string, preference: Preference) => ({
  organizationId,
  aboutOrganizationId,
  preference,
});
const request = { meetingId: newId(), requester: { organizationId: a, representativeId: newId() }, recipientOrganizationId: b };
const recommended = [{ one: a, other: b, score: 0.8 }];
const mutual = [says(a, b, "meet"), says(b, a, "meet")];
const chosen = (wishes: object) => ScheduleWishes.parse(wishes);
const found = (given: Partial<WishFacts>, wishes: object = {}) =>
  wishesOf(runId, facts(given), chosen(wishes)).map(({ source, weight }) => [source, weight]);

describe("what a run tries to hold", () => {
  test("a pair counts once, by its request, then what both said, then what is recommended", () => {
    expect(found({ requests: [request], preferences: mutual, recommended })).toEqual([["request", wishWeights.request]]);
    expect(found({ preferences: mutual, recommended })).toEqual([["preference", wishWeights.mutual]]);
    expect(found({ recommended })).toEqual([["recommendation", wishWeights.recommended * 0.8]]);
  });

  test("what one side wants counts only where that is chosen, and must meet weighs more", () => {
    expect(found({ preferences: [says(a, b, "meet")] })).toEqual([]);
    expect(found({ preferences: [says(a, b, "meet")] }, { preferences: "oneSided" })).toEqual([["preference", wishWeights.meet]]);
    expect(found({ preferences: [says(a, b, "mustMeet"), says(b, a, "meet")] })).toEqual([
      ["preference", wishWeights.mustMeetMutual],
    ]);
    expect(found({ preferences: mutual }, { preferences: "none" })).toEqual([]);
  });

  test("no thanks of either side is absolute, also against a request", () => {
    const no = [says(b, a, "noThanks"), says(a, b, "mustMeet")];
    expect(found({ requests: [request], preferences: no, recommended }, { preferences: "oneSided" })).toEqual([]);
  });

  test("who declined is met only if both have said since that they want to", () => {
    const declined = new Set([pairOf(a, b)]);
    expect(found({ recommended, declined })).toEqual([]);
    expect(found({ preferences: [says(a, b, "mustMeet")], declined }, { preferences: "oneSided" })).toEqual([]);
    expect(found({ preferences: mutual, declined })).toHaveLength(1);
  });

  test("who has a meeting, or may not meet, is left out; so is the pair of a request that is left alone", () => {
    expect(found({ preferences: mutual, settled: new Set([pairOf(a, b)]) })).toEqual([]);
    expect(found({ preferences: mutual, mayMeet: () => false })).toEqual([]);
    expect(found({ requests: [request], preferences: mutual }, { requests: false })).toEqual([]);
  });

  test("the meeting of a wish has the same id whoever asks, and another one in another run", () => {
    expect(meetingIdOfWish(runId, a, b)).toBe(meetingIdOfWish(runId, b, a));
    expect(meetingIdOfWish(newId(), a, b)).not.toBe(meetingIdOfWish(runId, a, b));
  });
});
