import { type DraftOf, defineEvent, defineTopic } from "@rialto/contracts/kernel/event";
import { type RefusalCatalog, refusing } from "@rialto/contracts/kernel/refusal";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { given, givenEvents } from "./given.ts";

const lampLit = defineEvent({
  type: "testing.lamp-lit",
  version: 1,
  topic: defineTopic("testing.lamps"),
  key: "lampId",
  description: "A lamp was lit.",
  data: z.object({ lampId: z.string(), colour: z.string().optional() }),
  example: { lampId: "l1" },
});

const refuse = refusing({ LAMP_BROKEN: { status: 409, title: { en: "Broken", zh: "坏了" } } } satisfies RefusalCatalog);

type Lamp = { status: "dark" } | { status: "lit"; since: string } | { status: "broken"; by: string };

const dark: Lamp = { status: "dark" };

function light({ lampId }: { lampId: string }, state: Lamp): DraftOf<typeof lampLit>[] {
  if (state.status === "broken") throw refuse("LAMP_BROKEN", { by: state.by, seen: true });
  return state.status === "lit" ? [] : [lampLit.draft({ lampId })];
}

const evolve = (_: Lamp, event: DraftOf<typeof lampLit>): Lamp => ({ status: "lit", since: event.data.lampId });
const command = { lampId: "l1" };
const happened = () => given(dark).when(light, command);
const refused = () => given<Lamp>({ status: "broken", by: "wind" }).when(light, command);
const silent = () => given<Lamp>({ status: "lit", since: "now" }).when(light, command);

describe("then", () => {
  test("passes for the same events, an absent field being as good as an undefined one", () => {
    happened().then([lampLit.draft({ lampId: "l1" })]);
    happened().then([{ type: lampLit.type, data: { lampId: "l1", colour: undefined } }]);
  });

  test("fails for other events, for none, and for a refusal", () => {
    expect(() => happened().then([lampLit.draft({ lampId: "l2" })])).toThrow();
    expect(() => happened().then([])).toThrow();
    expect(() => silent().then([lampLit.draft({ lampId: "l1" })])).toThrow();
    expect(() => refused().then([lampLit.draft({ lampId: "l1" })])).toThrow("LAMP_BROKEN");
  });

  test("cannot be awaited by mistake, which would compare nothing", async () => {
    const awaited = async () => await (happened() as unknown);
    await expect(awaited()).rejects.toThrow("not a promise");
  });
});

describe("thenRefused", () => {
  test("passes for the code, with or without some of its details", () => {
    refused().thenRefused("LAMP_BROKEN");
    refused().thenRefused("LAMP_BROKEN", { by: "wind" });
  });

  test("fails for another code, another detail, or when it happened", () => {
    expect(() => refused().thenRefused("LAMP_LOST")).toThrow();
    expect(() => refused().thenRefused("LAMP_BROKEN", { by: "rain" })).toThrow();
    expect(() => happened().thenRefused("LAMP_BROKEN")).toThrow("it happened");
  });

  test("leaves a programming error as it is", () => {
    const broken = (): DraftOf<typeof lampLit>[] => {
      throw new TypeError("oops");
    };
    expect(() => given(dark).when(broken, command).thenRefused("LAMP_BROKEN")).toThrow(TypeError);
  });
});

describe("thenNothing", () => {
  test("passes for silence and fails for events", () => {
    silent().thenNothing();
    expect(() => happened().thenNothing()).toThrow();
  });
});

test("a decision that changes what it was given fails", () => {
  const meddling = (_: object, state: { list: string[] }): DraftOf<typeof lampLit>[] => {
    state.list.push("x");
    return [];
  };
  expect(() =>
    given({ list: ["a"] })
      .when(meddling, {})
      .thenNothing(),
  ).toThrow(TypeError);
});

test("givenEvents folds the events into the state", () => {
  givenEvents(evolve, dark, [])
    .when(light, command)
    .then([lampLit.draft({ lampId: "l1" })]);
  givenEvents(evolve, dark, [lampLit.draft({ lampId: "l1" })])
    .when(light, command)
    .thenNothing();
});
