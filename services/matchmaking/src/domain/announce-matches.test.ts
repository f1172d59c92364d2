import { newId } from "@rialto/contracts/kernel/ids";
import { expect, test } from "vitest";
import { now } from "../../test/stage.ts";
import { type Announcement, announceMatches, rememberAnnounced, worthTelling } from "./announce-matches.ts";

const someone = (score: number) => ({ organizationId: newId(), score });
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
const told = (count: number, score = 0.5, minutes = 1): Announcement[] =>
  Array.from({ length: count }, () => ({ ...someone(score), at: minutesAgo(minutes) }));
const scoresOf = (entered: readonly ReturnType<typeof someone>[], before: readonly Announcement[]) =>
  announceMatches(entered, before, now).map((id) => entered.find(({ organizationId }) => organizationId === id)?.score);

test("given nothing was told, when many enter at once, then the best three are announced and weak ones never", () => {
  expect(scoresOf([0.2, 0.5, 0.9, 0.4, 0.7].map(someone), [])).toEqual([0.9, 0.7, 0.5]);
  expect(scoresOf([someone(0.34)], [])).toEqual([]);
  expect(scoresOf([someone(0.35)], [])).toEqual([0.35]);
});

test("given somebody was announced, when they leave and enter again, then nobody is told twice", () => {
  const back = someone(0.8);
  const before = [{ ...back, at: minutesAgo(24 * 60) }];
  expect(scoresOf([back, someone(0.5)], before)).toEqual([0.5]);
});

test("given the usual number was told lately, when another one enters, then only a better one than all of them is announced", () => {
  expect(scoresOf([someone(0.5)], told(worthTelling.usual - 1))).toEqual([0.5]);
  expect(scoresOf([someone(0.5)], told(worthTelling.usual))).toEqual([]);
  expect(scoresOf([someone(0.51)], told(worthTelling.usual))).toEqual([0.51]);
  expect(scoresOf([0.51, 0.5, 0.49].map(someone), told(worthTelling.usual - 1))).toEqual([0.51]);
});

test("given the most were told lately, when even a better one enters, then nobody is told until the half hour is over", () => {
  expect(scoresOf([someone(0.99)], told(worthTelling.most))).toEqual([]);
  expect(scoresOf([0.99, 0.98, 0.97].map(someone), told(worthTelling.most - 1))).toEqual([0.99]);
  expect(scoresOf([someone(0.5)], told(worthTelling.most, 0.9, worthTelling.minutes + 1))).toEqual([0.5]);
});

test("what was announced is remembered with score and time, the last two hundred of it", () => {
  const [one, other] = [someone(0.6), someone(0.7)];
  const after = rememberAnnounced(told(200), [one, other], [other.organizationId], now);
  expect(after).toHaveLength(200);
  expect(after.at(-1)).toEqual({ ...other, at: now });
  expect(announceMatches([other], after, now)).toEqual([]);
});
