import { expect, test } from "vitest";
import { defaultPorts, localTopology, serviceNames } from "./topology.ts";

const servers = { mongoUrl: "mongodb://127.0.0.1:1/?replicaSet=rs0", kafkaBrokers: "127.0.0.1:2" };

test("given nothing, when the topology is read, then every service has its default port and a database of its own", () => {
  const { services } = localTopology({});
  expect(services.map(({ port }) => port)).toEqual(serviceNames.map((name) => defaultPorts[name]));
  const databases = services.map(({ environment }) => environment(servers).MONGO_DATABASE);
  expect(new Set(databases).size).toBe(serviceNames.length);
});

test("given REGISTRY_PORT, when the topology is read, then the registry and all who ask it use that port", () => {
  const { services } = localTopology({ REGISTRY_PORT: "5001" });
  const environmentOf = (name: string) => services.find((service) => service.name === name)?.environment(servers);
  expect(environmentOf("registry")?.HTTP_PORT).toBe("5001");
  expect(environmentOf("gateway")?.REGISTRY_URL).toBe("http://127.0.0.1:5001");
  expect(environmentOf("venue")?.JWKS_URL).toContain("127.0.0.1:5001/");
});

test("PORT_INVALID: given a port that is none, when the topology is read, then the sentence names the variable", () => {
  expect(() => localTopology({ MONGO_PORT: "many" })).toThrow('MONGO_PORT must be a port between 1 and 65535, but is "many".');
});

test("given the services, when they stop in reverse, then the gateway is the first", () => {
  expect(localTopology({}).services.at(-1)?.name).toBe("gateway");
});
