import { z } from "zod";
import { complain } from "./field-sentences.ts";
import { logLevels } from "./logger.ts";

/** A setting is missing or wrong. The message has one line per variable and never a value. */
export class ConfigError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.name = "ConfigError";
  }
}

const describe = (issue: z.core.$ZodIssue): string => `${String(issue.path[0] ?? "settings")}: ${complain(issue).message.en}`;

/** Reads settings once. An empty variable counts as absent, as container files can hardly unset one. Throws `ConfigError`. */
export function parseConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<z.output<Schema>> {
  const present = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, env[name] === "" ? undefined : env[name]]));
  const parsed = schema.safeParse(present, { reportInput: true });
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describe));
  return Object.freeze(parsed.data);
}

/** For `main.ts`: as `parseConfig`, but a wrong value ends the process with exit code 78 (EX_CONFIG) and says which. */
export function loadConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<z.output<Schema>> {
  try {
    return parseConfig(schema, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`These settings stop the start:\n${error.message}`);
    process.exit(78);
  }
}

const port = z.coerce.number().int().min(0).max(65_535);

const brokers = z
  .string()
  .transform((list) => list.split(",").map((broker) => broker.trim()))
  .pipe(z.array(z.string().regex(/^[^\s:]+:\d{1,5}$/, "must be host:port, separated by commas")).min(1));

/** The settings that every service has; a service adds its own with `.extend({ ... })`. */
export const serviceConfig = (name: string, defaultPort: number) =>
  z.object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    /** Loopback unless said otherwise: only the gateway is for the public. */
    HTTP_HOST: z.string().min(1).default("127.0.0.1"),
    HTTP_PORT: port.default(defaultPort),
    /** When set, metrics and the operators' pages are served there instead of on HTTP_PORT. */
    OPERATIONS_PORT: port.optional(),
    /** Proxies between the caller and this process that append to X-Forwarded-For: the gateway, for a service behind it. */
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(1),
    MONGO_URL: z.url({ protocol: /^mongodb(\+srv)?$/ }).default("mongodb://127.0.0.1:27017/?replicaSet=rs0"),
    MONGO_DATABASE: z
      .string()
      .regex(/^[\w-]{1,38}$/)
      .default(`rialto-${name}`),
    KAFKA_BROKERS: brokers.default(["127.0.0.1:9092"]),
    /** Put before every topic and group, so that several systems can share brokers. */
    KAFKA_TOPIC_PREFIX: z
      .string()
      .regex(/^[\w.-]{1,80}$/)
      .optional(),
    /** 3 and 2 on a cluster; they hold for topics that this process creates. */
    KAFKA_REPLICATION_FACTOR: z.coerce.number().int().min(1).max(9).default(1),
    KAFKA_MIN_INSYNC_REPLICAS: z.coerce.number().int().min(1).max(9).default(1),
    /** Where the registry publishes the keys of access tokens. */
    JWKS_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:4001/api/registry/.well-known/jwks.json"),
    LOG_LEVEL: z.enum(logLevels).default("info"),
    RATE_LIMIT_PER_MINUTE: z.coerce.number().int().positive().default(300),
    /** Multiplies every rate limit, also those of single operations; for load runs and seeding. */
    RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
    SHUTDOWN_SECONDS: z.coerce.number().positive().max(300).default(15),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  });

export type ServiceConfig = Readonly<z.output<ReturnType<typeof serviceConfig>>>;
