import { Problem } from "./problem.ts";

// The one place that says which processes a fair consists of, on which ports, under which names and with which environment.
// The launcher starts from it, and a test holds docker-compose.yml against it.

/** In the order in which they start; they stop the other way round, so that the gateway closes the door first. */
export const serviceNames = ["registry", "venue", "matchmaking", "ceremonies", "gateway"] as const;
export type ServiceName = (typeof serviceNames)[number];

export const defaultPorts = {
  gateway: 4000,
  gateway_operations: 4010,
  registry: 4001,
  venue: 4002,
  matchmaking: 4003,
  ceremonies: 4004,
  mongo: 27117,
  kafka: 9192,
} as const satisfies Record<ServiceName | "gateway_operations" | "mongo" | "kafka", number>;

/** The environment variable that chooses another port. */
export const portVariable = (name: string) => `${name.toUpperCase()}_PORT`;

/** The first account of a new system. Its password is public: a system that others can reach must set its own. */
export const demoOperator = { email: "operator@rialto.example", password: "rialto-demo-operator" };

export type Addresses = {
  /** What the services bind to. */
  host: string;
  mongoUrl: string;
  kafkaBrokers: string;
  urlOf: (service: ServiceName) => string;
  /** Metrics and parked messages of the gateway, whose own port is for the public. */
  gatewayOperationsPort: number;
  operator: { email: string; password: string };
};

const common = (name: ServiceName, { host, mongoUrl, kafkaBrokers, urlOf }: Addresses) => ({
  HTTP_HOST: host,
  HTTP_PORT: String(new URL(urlOf(name)).port),
  MONGO_URL: mongoUrl,
  MONGO_DATABASE: `rialto_${name}`,
  KAFKA_BROKERS: kafkaBrokers,
  JWKS_URL: `${urlOf("registry")}/api/registry/.well-known/jwks.json`,
  // The gateway is the one proxy before the others; before the gateway itself there is none.
  TRUSTED_PROXY_HOPS: name === "gateway" ? "0" : "1",
  // Empty is absent: a service behind the gateway answers operators on its only port.
  OPERATIONS_PORT: "",
  // Here everybody comes from one address, and the seed signs in a whole fair at once.
  RATE_LIMIT_FACTOR: "100",
});

const own: Record<ServiceName, (addresses: Addresses) => Record<string, string>> = {
  registry: ({ operator }) => ({ OPERATOR_EMAIL: operator.email, OPERATOR_PASSWORD: operator.password }),
  venue: () => ({}),
  matchmaking: () => ({}),
  ceremonies: () => ({}),
  gateway: ({ urlOf, gatewayOperationsPort }) => ({
    OPERATIONS_PORT: String(gatewayOperationsPort),
    REGISTRY_URL: urlOf("registry"),
    VENUE_URL: urlOf("venue"),
    MATCHMAKING_URL: urlOf("matchmaking"),
    CEREMONIES_URL: urlOf("ceremonies"),
  }),
};

export const serviceEnvironment = (name: ServiceName, addresses: Addresses): Record<string, string> => ({
  ...common(name, addresses),
  ...own[name](addresses),
});

/** What the seed is told. It talks to the gateway only, as anybody does. */
export const seedEnvironment = ({ urlOf, operator }: Pick<Addresses, "urlOf" | "operator">) => ({
  GATEWAY_URL: urlOf("gateway"),
  OPERATOR_EMAIL: operator.email,
  OPERATOR_PASSWORD: operator.password,
});

/** One process of a fair as the launcher sees it. */
export type ServiceSpec = {
  name: string;
  port: number;
  /** Further ports that must be free, with the environment variable that chooses another. */
  otherPorts?: { port: number; variable: string }[];
  /** The program, relative to the project's root. */
  entry: string;
  environment: (servers: { mongoUrl: string; kafkaBrokers: string }) => Record<string, string>;
};

export type Topology = {
  services: ServiceSpec[];
  /** The workspace of the pages that the gateway serves. */
  pages?: string;
  mongoPort: number;
  kafkaPort: number;
  gatewayUrl: string;
  seed: { entry: string; environment: Record<string, string> };
};

function portFrom(env: NodeJS.ProcessEnv, name: keyof typeof defaultPorts): number {
  const text = env[portVariable(name)];
  if (!text) return defaultPorts[name];
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem("PORT_INVALID", `${portVariable(name)} must be a port between 1 and 65535, but is "${text}".`);
}

/** The whole system on this machine; every port may be chosen by its environment variable. */
export function localTopology(env: NodeJS.ProcessEnv): Topology {
  const urlOf = (name: ServiceName) => `http://127.0.0.1:${portFrom(env, name)}`;
  const operator = { email: env.OPERATOR_EMAIL ?? demoOperator.email, password: env.OPERATOR_PASSWORD ?? demoOperator.password };
  const gatewayOperationsPort = portFrom(env, "gateway_operations");
  const otherPorts = [{ port: gatewayOperationsPort, variable: portVariable("gateway_operations") }];
  const host = "127.0.0.1";
  const services = serviceNames.map(
    (name): ServiceSpec => ({
      name,
      port: portFrom(env, name),
      entry: `services/${name}/src/main.ts`,
      ...(name === "gateway" && { otherPorts }),
      environment: (servers) => serviceEnvironment(name, { ...servers, host, urlOf, gatewayOperationsPort, operator }),
    }),
  );
  const seed = { entry: "infra/seed/src/main.ts", environment: seedEnvironment({ urlOf, operator }) };
  return {
    services,
    pages: "services/web",
    mongoPort: portFrom(env, "mongo"),
    kafkaPort: portFrom(env, "kafka"),
    gatewayUrl: urlOf("gateway"),
    seed,
  };
}
