import { expect, test } from "vitest";
import { parkedRequest } from "./parked-command.ts";

const service = "http://127.0.0.1:4003";
const key = ["matchmaking.note-location", "venue.booths", "k 1"] as const;
const named = { handler: key[0], topic: key[1], key: key[2] };

test("each verb is one request to the service's own pages", () => {
  expect(parkedRequest([service, "list"])).toEqual({ method: "GET", url: `${service}/internal/parked` });
  expect(parkedRequest([service, "show", ...key])?.url).toBe(
    `${service}/internal/parked/messages?handler=matchmaking.note-location&topic=venue.booths&key=k+1`,
  );
  expect(parkedRequest([service, "replay", ...key])).toEqual({
    method: "POST",
    url: `${service}/internal/parked/replay`,
    body: named,
  });
  expect(parkedRequest([service, "drop", ...key, "i"])?.body).toEqual({ ...named, id: "i" });
});

test("anything else gets the usage: nothing is dropped by half a command", () => {
  for (const words of [
    [],
    ["nowhere", "list"],
    [service],
    [service, "drop", ...key],
    [service, "replay", "h", "t"],
    [service, "erase", ...key],
  ]) {
    expect(parkedRequest(words)).toBeUndefined();
  }
});
