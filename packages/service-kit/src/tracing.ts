/** One piece of work in a trace. */
export interface Span {
  /** What the work hands on: events, calls and messages carry it. */
  readonly traceparent: string;
  end(error?: unknown): void;
}

export type SpanKind = "server" | "consumer" | "internal";

export interface Tracing {
  begin(name: string, kind: SpanKind, traceparent: string, attributes?: Readonly<Record<string, string>>): Span;
  stop(): Promise<void>;
}

/** Records nothing; the ids still travel through. */
export const noTracing: Tracing = {
  begin: (_name, _kind, traceparent) => ({ traceparent, end: () => {} }),
  stop: async () => {},
};

/** Tracing to an OTLP collector when an address is given. The SDK is loaded only then: it costs memory in every process. */
export async function startTracing(service: string, endpoint: string | undefined): Promise<Tracing> {
  if (endpoint === undefined) return noTracing;
  const { startOtlpTracing } = await import("./otlp-tracing.ts");
  return startOtlpTracing(service, endpoint);
}
