import { InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace";
import { expect, test } from "vitest";
import { tracingInto } from "./otlp-tracing.ts";
import { newTraceparent } from "./trace-context.ts";

test("a span continues the trace it was given, and what follows continues the span", () => {
  const exporter = new InMemorySpanExporter();
  const tracing = tracingInto("venue", new SimpleSpanProcessor({ exporter }));
  const incoming = newTraceparent();
  const request = tracing.begin("holdBooth", "server", incoming, { "rialto.request_id": "r-1" });
  const delivery = tracing.begin("matchmaking.note-booth", "consumer", request.traceparent);
  delivery.end(new TypeError("with somebody's name in it"));
  request.end();

  const [second, first] = exporter.getFinishedSpans();
  const [, traceId, parentId] = incoming.split("-");
  expect(first?.spanContext().traceId).toBe(traceId);
  expect(first?.parentSpanContext?.spanId).toBe(parentId);
  expect(second?.parentSpanContext?.spanId).toBe(first?.spanContext().spanId);
  expect(first?.attributes).toEqual({ "rialto.request_id": "r-1" });
  expect(second?.status.message).toBe("TypeError");
});
