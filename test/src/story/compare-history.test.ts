import { expect, test } from "vitest";
import { compareHistory } from "./compare-history.ts";

const stored = [{ source: "/rialto/venue", id: "booth", seq: 2 }];
const event = (seq: number, subject = "booth") => ({ id: `${subject}-${seq}`, source: "/rialto/venue", subject, seq });
const problems = (...log: ReturnType<typeof event>[]) => compareHistory(stored, log).problems;

test("a history that is whole has no problems, whatever is repeated", () => {
  expect(compareHistory(stored, [event(1), event(2), event(1)])).toEqual({ events: 2, repeats: 1, problems: [] });
});

test("a lost event is seen, at the end too", () => {
  expect(problems(event(1))).toEqual(["/rialto/venue booth wrote 1..2, Kafka holds 1"]);
  expect(problems(event(2))).toHaveLength(1);
  expect(problems()).toEqual(["/rialto/venue booth wrote 1..2, Kafka holds nothing"]);
});

test("events out of order are seen", () => expect(problems(event(2), event(1))).toHaveLength(1));

test("an event of an aggregate that nobody keeps is seen", () => {
  expect(problems(event(1), event(2), event(1, "ghost"))).toEqual(["/rialto/venue ghost is on Kafka and nowhere else"]);
});
