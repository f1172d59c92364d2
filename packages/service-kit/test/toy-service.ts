import { defineOperation } from "@rialto/contracts/kernel/operation";
import { signedIn } from "@rialto/contracts/kernel/policy";
import { sessionsEnded } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import { createProjection } from "@rialto/persistence/projection";
import { createStore } from "@rialto/persistence/store";
import { z } from "zod";
import { loadConfig, serviceConfig } from "../src/config.ts";
import { defineService } from "../src/define-service.ts";
import type { Platform } from "../src/platform.ts";
import { route } from "../src/route.ts";
import { runService } from "../src/run-service.ts";

// A whole service in a process of its own: a command that writes, a reaction that hears of it, a question about it.

const common = { context: "toys", policy: signedIn, params: z.object({ id: z.uuid() }) };

export const endSessions = defineOperation({
  ...common,
  id: "endSessions",
  method: "post",
  path: "/accounts/:id/sessions/end",
  summary: "Ends sessions, after a while if asked to",
  body: z.strictObject({ afterMs: z.int().max(5_000).default(0) }),
  result: z.object({ epoch: z.int(), repeated: z.boolean() }),
  example: { params: { id: "6f6d3c1e-6f0a-4d6e-9c5b-1b7c0f5a2d11" }, body: {}, result: { epoch: 1, repeated: false } },
});

export const getSessions = defineOperation({
  ...common,
  id: "getSessions",
  method: "get",
  path: "/accounts/:id/sessions",
  summary: "What was heard",
  result: z.object({ epoch: z.int(), correlationId: z.string(), actorId: z.string(), traceparent: z.string() }).nullable(),
  example: { params: { id: "6f6d3c1e-6f0a-4d6e-9c5b-1b7c0f5a2d11" }, result: null },
});

type Ended = ReturnType<typeof sessionsEnded.draft>;

function compose({ connection, clock }: Platform) {
  const accounts = createStore(
    connection,
    {
      name: "accounts",
      context: "toys",
      definitions: [sessionsEnded],
      initial: { epoch: 0 },
      evolve: (_state: { epoch: number }, event: Ended) => ({ epoch: event.data.epoch }),
    },
    { clock },
  );
  const heard = createProjection<{ epoch: number; correlationId: string; actorId: string; traceparent: string }>(connection, {
    name: "heard",
  });
  return defineService("toys", {
    routes: [
      route(endSessions, async ({ params, body, cause, now }) => {
        await new Promise((resolve) => setTimeout(resolve, body.afterMs));
        const decide = ({ epoch }: { epoch: number }) => [
          sessionsEnded.draft({ accountId: params.id, epoch: epoch + 1, reason: "signedOutEverywhere", endedAt: now }),
        ];
        const { state, repeated } = await accounts.update(params.id, decide, cause);
        return { epoch: state.epoch, repeated };
      }),
      route(getSessions, async ({ params }) => (await heard.get(params.id)) ?? null),
    ],
    reactions: [
      react(sessionsEnded, "toys.note-sessions", async (envelope) => {
        await heard.apply(envelope.subject, envelope, () => ({
          epoch: envelope.data.epoch,
          correlationId: envelope.correlationId,
          actorId: envelope.actorId ?? "",
          traceparent: envelope.traceparent ?? "",
        }));
      }),
    ],
    stores: [accounts],
    projections: [heard],
  });
}

if (process.argv[1] === import.meta.filename) {
  await runService({ name: "toys", config: loadConfig(serviceConfig("toys", 0), process.env), compose });
}
