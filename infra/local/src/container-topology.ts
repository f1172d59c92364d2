import {
  type Addresses,
  defaultPorts,
  demoOperator,
  type ServiceName,
  seedEnvironment,
  serviceEnvironment,
  serviceNames,
} from "./topology.ts";

/** The addresses inside the container network of docker-compose.yml: every service has its name and its default port. */
export const containerAddresses: Addresses = {
  host: "0.0.0.0",
  mongoUrl: "mongodb://mongo:27017/?replicaSet=rs0",
  kafkaBrokers: "kafka:19092",
  urlOf: (service: ServiceName) => `http://${service}:${defaultPorts[service]}`,
  gatewayOperationsPort: defaultPorts.gateway_operations,
  operator: demoOperator,
};

/** What docker-compose.yml must say about each container of Rialto's own: its program and its whole environment. */
export function containerPrograms(): { name: string; entry: string; environment: Record<string, string> }[] {
  const services = serviceNames.map((name) => ({
    name,
    entry: `services/${name}/src/main.ts`,
    environment: serviceEnvironment(name, containerAddresses),
  }));
  return [...services, { name: "seed", entry: "infra/seed/src/main.ts", environment: seedEnvironment(containerAddresses) }];
}

/** The ports that a person's own machine sees, on its loopback address only: host port by variable, container port. */
export const publishedPorts: Record<string, string[]> = {
  mongo: [`127.0.0.1:\${MONGO_PORT:-${defaultPorts.mongo}}:27017`],
  kafka: [`127.0.0.1:\${KAFKA_PORT:-${defaultPorts.kafka}}:9092`],
  gateway: [
    `127.0.0.1:\${GATEWAY_PORT:-${defaultPorts.gateway}}:${defaultPorts.gateway}`,
    `127.0.0.1:\${GATEWAY_OPERATIONS_PORT:-${defaultPorts.gateway_operations}}:${defaultPorts.gateway_operations}`,
  ],
};
