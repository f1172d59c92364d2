import { newId } from "@rialto/contracts/kernel/ids";
import { freePort } from "@rialto/local/servers/ports";
import { type Addresses, demoOperator, type ServiceName, serviceEnvironment, serviceNames } from "@rialto/local/topology";

export type Servers = { readonly mongoUrl: string; readonly kafkaBrokers: string };

/** All that one fair of the tests is called and where it listens; two fairs never share any of it. */
export type FairNames = {
  /** Before every topic and every group. */
  readonly topicPrefix: string;
  readonly databaseOf: (name: ServiceName) => string;
  readonly urlOf: (name: ServiceName) => string;
  readonly environmentOf: (name: ServiceName) => Record<string, string>;
};

/** Chooses ports that are free now. They stay the fair's own: a service that is started again listens where it did. */
export async function chooseNames(servers: Servers, settings: Readonly<Record<string, string>>): Promise<FairNames> {
  const unique = `t${newId().replaceAll("-", "").slice(-12)}`;
  const ports = new Map<string, number>();
  for (const name of [...serviceNames, "gateway-operations"]) ports.set(name, await freePort());
  const urlOf = (name: ServiceName) => `http://127.0.0.1:${ports.get(name)}`;
  const gatewayOperationsPort = ports.get("gateway-operations") ?? 0;
  const addresses: Addresses = { ...servers, host: "127.0.0.1", urlOf, gatewayOperationsPort, operator: demoOperator };
  const databaseOf = (name: ServiceName) => `${unique}_${name}`;
  const environmentOf = (name: ServiceName) => ({
    ...serviceEnvironment(name, addresses),
    MONGO_DATABASE: databaseOf(name),
    KAFKA_TOPIC_PREFIX: `${unique}.`,
    RATE_LIMIT_FACTOR: "1000",
    ...settings,
  });
  return { topicPrefix: `${unique}.`, databaseOf, urlOf, environmentOf };
}
