import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createVerifyToken } from "../auth.ts";
import { systemClock } from "../clock.ts";
import { createHttpApp, type HttpAppOptions } from "../http-app.ts";
import { createLogger, type LogLevel } from "../logger.ts";
import { createMetrics } from "../metrics.ts";
import type { Route } from "../route.ts";
import { noTracing } from "../tracing.ts";
import { createTestTokens, type TestTokens } from "./tokens.ts";

export interface TestApp {
  readonly url: string;
  readonly tokens: TestTokens;
  /** What was logged, parsed. */
  readonly lines: Record<string, unknown>[];
  stop(): Promise<void>;
}

/** The HTTP side alone, on a free port: no MongoDB, no Kafka. */
export async function startTestApp(
  routes: readonly Route[],
  overrides: Partial<HttpAppOptions> = {},
  level: LogLevel = "info",
): Promise<TestApp> {
  const lines: Record<string, unknown>[] = [];
  const tokens = await createTestTokens();
  const clock = overrides.clock ?? systemClock;
  const app = createHttpApp({
    routes,
    verifyToken: createVerifyToken(tokens.keys, clock),
    logger: createLogger("test", level, { write: (line) => void lines.push(JSON.parse(line)) }),
    metrics: createMetrics("test"),
    tracing: noTracing,
    clock,
    rateLimits: { perMinute: 10_000, factor: 1 },
    strictResults: true,
    trustedProxyHops: 1,
    ...overrides,
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}`, tokens, lines, stop };
}
