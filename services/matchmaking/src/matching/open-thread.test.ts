import { eventually } from "@rialto/testing/eventually";
import { afterEach, expect, test } from "vitest";
import { type MatchThread, MatchThreadLost } from "./match-thread.ts";
import { openThread } from "./open-thread.ts";

const entry = new URL("../../test/fake-thread.ts", import.meta.url);

interface Told {
  readonly marks: number[];
  readonly following: boolean[];
  readonly lost: unknown[];
  readonly setAside: string[];
}

let thread: MatchThread | undefined;
afterEach(() => thread?.stop());

async function start(): Promise<{ thread: MatchThread; told: Told }> {
  const told: Told = { marks: [], following: [], lost: [], setAside: [] };
  thread = openThread({ url: "", database: "", heapMegabytes: 64, entry, pauseBeforeRestartMs: 1 })("me", {
    mark: (number) => told.marks.push(number),
    following: (is) => told.following.push(is),
    lost: (error) => told.lost.push(error),
    setAside: (id) => told.setAside.push(id),
  });
  await thread.start();
  return { thread, told };
}

test("answers find their questions, however many are under way; what the thread says by itself is passed on", async () => {
  const { thread, told } = await start();
  const fairs = Array.from({ length: 50 }, (_, at) => `fair ${at}`);
  const answers = await Promise.all(fairs.map((fair) => thread.ask("report", fair)));
  expect(answers).toEqual(fairs.map((fair) => ({ replica: "me", input: [fair] })));
  await thread.ask("report", "mark");
  expect(told).toEqual({ marks: [7], following: [true], lost: [], setAside: ["poison"] });
});

test("a question that fails is refused alone", async () => {
  const { thread, told } = await start();
  await expect(thread.ask("report", "fail")).rejects.toThrow("MEMBER_UNKNOWN");
  await expect(thread.ask("report", "here")).resolves.toBeDefined();
  expect(told.lost).toEqual([]);
});

test.each(["die", "vanish"])("a thread that dies (%s) turns away all who wait, says so and is started again", async (how) => {
  const { thread, told } = await start();
  const waiting = thread.ask("report", "silence");
  const fatal = thread.ask("report", how);
  await expect(waiting).rejects.toThrow(MatchThreadLost);
  await expect(fatal).rejects.toMatchObject({ transient: true });
  expect(told.following).toEqual([false]);
  await eventually("it answers again", () => thread.ask("report", "here").then(Boolean, () => false));
});

test("a thread that was stopped is not started again, and whoever asks is told to try again", async () => {
  const { thread } = await start();
  await thread.stop();
  await expect(thread.ask("report", "here")).rejects.toThrow(MatchThreadLost);
});
