import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ConfigError, parseConfig, serviceConfig } from "./config.ts";

const schema = serviceConfig("venue", 4002).extend({ BOOTH_HOLD_MINUTES: z.coerce.number().int().positive().default(30) });

const linesOf = (env: Record<string, string>): string[] => {
  try {
    parseConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
};

describe("settings", () => {
  test("need nothing on a developer's machine", () => {
    expect(parseConfig(schema, {})).toMatchObject({
      HTTP_PORT: 4002,
      HTTP_HOST: "127.0.0.1",
      MONGO_DATABASE: "rialto-venue",
      KAFKA_BROKERS: ["127.0.0.1:9092"],
      BOOTH_HOLD_MINUTES: 30,
      NODE_ENV: "production",
    });
  });

  test("are typed, and an empty variable counts as absent", () => {
    const config = parseConfig(schema, { HTTP_PORT: "0", KAFKA_BROKERS: "a:1, b:2", BOOTH_HOLD_MINUTES: "", UNRELATED: "x" });
    expect(config).toMatchObject({ HTTP_PORT: 0, KAFKA_BROKERS: ["a:1", "b:2"], BOOTH_HOLD_MINUTES: 30 });
    expect(config).not.toHaveProperty("UNRELATED");
  });

  test("that are wrong are named, one line each, with what is expected and never with their value", () => {
    const lines = linesOf({
      HTTP_PORT: "80000",
      MONGO_URL: "postgres://user:geheim@db",
      KAFKA_BROKERS: "geheim",
      LOG_LEVEL: "geheim",
      BOOTH_HOLD_MINUTES: "soon",
    });
    expect(lines).toEqual([
      "HTTP_PORT: must be at most 65535",
      "MONGO_URL: must be a web address",
      "KAFKA_BROKERS: must be host:port, separated by commas",
      "LOG_LEVEL: must be one of: fatal, error, warn, info, debug, trace, silent",
      "BOOTH_HOLD_MINUTES: must be a number",
    ]);
    expect(lines.join()).not.toContain("geheim");
  });

  test("cannot be changed later", () => {
    const config: Record<string, unknown> = parseConfig(schema, {});
    expect(() => Object.assign(config, { HTTP_PORT: 1 })).toThrow(TypeError);
  });
});
