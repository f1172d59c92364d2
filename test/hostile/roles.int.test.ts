import { afterAll, beforeAll, test } from "vitest";
import { type ServicesTogether, startServicesTogether } from "./support/services-together.ts";
import { calm } from "./support/traces.ts";
import { buildWorld } from "./support/world.ts";

let fair: ServicesTogether;
beforeAll(async () => {
  const t = performance.now();
  fair = await startServicesTogether();
  console.error("start", performance.now() - t);
});
afterAll(() => fair.dispose());
test("x", async () => {
  let t = performance.now();
  const w = await buildWorld(fair);
  console.error("world", performance.now() - t, w.ids);
  t = performance.now();
  console.error(Object.keys(await calm(fair)), performance.now() - t, fair.errors);
});
