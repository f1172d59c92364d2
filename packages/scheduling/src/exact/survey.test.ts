import { expect, test } from "vitest";
import { createRandom } from "../random.ts";
import type { Brokerage } from "./brokerage.ts";
import { createSurvey } from "./survey.ts";

/** Ana has three meetings whenever she likes, bob one in the first slot and one in the last; their partners have no other. */
const [ana, bob] = [0, 1];
const event: Brokerage = {
  slots: 4,
  people: 7,
  meetings: 5,
  peopleOf: [
    [ana, 2],
    [ana, 3],
    [ana, 4],
    [bob, 5],
    [bob, 6],
  ],
  meetingsOf: [[0, 1, 2], [3, 4], [0], [1], [2], [3], [4]],
  allowed: Int32Array.of(15, 15, 15, 1, 8),
  capacity: new Int32Array(4).fill(2),
  precedences: [],
  maxDifference: 2,
};
const options = { random: createRandom(1), target: 0, shouldStop: () => false };

test("whoever can have a break is suspected: before anything was seen, those with more meetings first", () => {
  expect(createSurvey(event).suspects()).toEqual([ana, bob]);
});

test("those come first who have breaks in good timetables, and the best of these is returned", () => {
  const survey = createSurvey(event);
  expect(survey.anneal(3, 1_000, options)).toMatchObject({ breaks: 1 });
  expect(survey.suspects()).toEqual([bob, ana]);
});

test("where no timetable is found there is nothing to see", () => {
  const survey = createSurvey({ ...event, capacity: new Int32Array(4) });
  expect(survey.anneal(3, 1_000, options)).toBeNull();
  expect(survey.suspects()).toEqual([ana, bob]);
});
