import { SpanKind as OtelKind, type Span as OtelSpan, ROOT_CONTEXT, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { AlwaysOnSampler, BatchSpanProcessor, type SpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Span, SpanKind, Tracing } from "./tracing.ts";

const kinds: Readonly<Record<SpanKind, OtelKind>> = {
  server: OtelKind.SERVER,
  consumer: OtelKind.CONSUMER,
  internal: OtelKind.INTERNAL,
};

/** Parent of a span from the W3C header; the API's own propagator would need global registration. */
function parentFrom(traceparent: string) {
  const [, traceId = "", spanId = "", flags = "00"] = traceparent.split("-");
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true });
}

function traceparentOf(span: OtelSpan): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}

function finish(span: OtelSpan, error: unknown): void {
  // The class only: messages may hold what somebody typed.
  if (error !== undefined) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "failed" });
  }
  span.end();
}

/** Tracing into any span processor; nothing is registered globally, so that several services can live in one test. */
export function tracingInto(service: string, processor: SpanProcessor): Tracing {
  const resource = resourceFromAttributes({ "service.name": `rialto-${service}` });
  // Traces begun by a process that records nothing carry the flag "not sampled"; whom to keep is the collector's choice.
  const provider = new TracerProvider({ resource, sampler: new AlwaysOnSampler(), spanProcessors: [processor] });
  const tracer = provider.getTracer("rialto");
  return {
    begin(name, kind, traceparent, attributes = {}): Span {
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, parentFrom(traceparent));
      return { traceparent: traceparentOf(span), end: (error) => finish(span, error) };
    },
    stop: () => provider.shutdown(),
  };
}

/** Tracing to a collector that takes OTLP over HTTP, for example `http://127.0.0.1:4318`. */
export function startOtlpTracing(service: string, endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: new URL("v1/traces", endpoint.endsWith("/") ? endpoint : `${endpoint}/`).href });
  return tracingInto(service, new BatchSpanProcessor({ exporter }));
}
