import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { projectRoot } from "../src/project-root.ts";

/** Whether the linter, under the project's own rules, refuses an import of a file with this path and content. */
async function isRefused(path: string, content: string): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "rialto-imports-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await copyFile(join(projectRoot, "biome.json"), join(folder, "biome.json"));
  await mkdir(join(folder, dirname(path)), { recursive: true });
  await writeFile(join(folder, path), content);
  const biome = join(projectRoot, "node_modules", ".bin", "biome");
  const { stdout } = spawnSync(biome, ["lint", "--vcs-enabled=false", "--reporter=github"], { cwd: folder, encoding: "utf8" });
  return stdout.includes("title=lint/style/noRestrictedImports");
}

const refused: [rule: string, path: string, content: string][] = [
  ["domain imports only contracts and itself", "services/venue/src/domain/x.ts", 'import { a } from "../store/a.ts";\na();\n'],
  [
    "domain imports only contracts and itself",
    "services/venue/src/domain/x.ts",
    'import { a } from "@rialto/messaging/bus";\na();\n',
  ],
  [
    "services never import each other",
    "services/venue/src/http/x.ts",
    'import { a } from "../../../registry/src/domain/a.ts";\na();\n',
  ],
  [
    "services never import each other, not even types",
    "services/venue/src/x.ts",
    'import type { A } from "@rialto/registry-service/a";\nexport type B = A;\n',
  ],
  [
    "services never import each other, not even late",
    "services/venue/src/x.ts",
    'export const a = import("../../gateway/src/a.ts");\n',
  ],
  ["packages never import services", "packages/client/src/x.ts", 'export { a } from "../../../services/gateway/src/a.ts";\n'],
  ["kafkajs lives behind the bus", "packages/messaging/src/bus.ts", 'import { Kafka } from "kafkajs";\nKafka();\n'],
  ["kafkajs lives behind the bus", "services/venue/src/store/x.ts", 'import { Kafka } from "kafkajs";\nKafka();\n'],
  ["mongoose lives in persistence and stores", "services/venue/src/http/x.ts", 'import { Schema } from "mongoose";\nSchema();\n'],
  [
    "mongoose lives in persistence and stores",
    "packages/service-kit/src/x.ts",
    'import type { Model } from "mongoose";\nexport type M = Model;\n',
  ],
];

test.each(refused)("%s: given a planted violation in %s, when linted, then it is refused", async (_rule, path, content) => {
  expect(await isRefused(path, content)).toBe(true);
});

const allowed: [path: string, content: string][] = [
  ["services/venue/src/domain/x.ts", 'import { a } from "@rialto/contracts/venue/events";\nimport { b } from "./b.ts";\na(b);\n'],
  [
    "services/venue/src/http/x.ts",
    'import { a } from "../domain/a.ts";\nimport { b } from "@rialto/contracts/registry/operations";\na(b);\n',
  ],
  ["services/venue/src/store/x.ts", 'import { Schema } from "mongoose";\nSchema();\n'],
  ["packages/messaging/src/kafka-bus.ts", 'import { Kafka } from "kafkajs";\nKafka();\n'],
  ["packages/persistence/src/store.ts", 'import { Schema } from "mongoose";\nSchema();\n'],
];

test.each(allowed)("given an import in its right place, %s, when linted, then nobody objects", async (path, content) => {
  expect(await isRefused(path, content)).toBe(false);
});
