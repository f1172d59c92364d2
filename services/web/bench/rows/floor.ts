import { newId } from "@rialto/contracts/kernel/ids";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { me } from "@rialto/contracts/registry/operations/sessions";
import { assignBooth, releaseBoothAsOrganizer } from "@rialto/contracts/venue/operations/occupancy";
import { addHall, addZone, listBooths, planBooths } from "@rialto/contracts/venue/operations/plan";
import { type Caller, createEntrance, DEMO_PASSWORD } from "@rialto/seed/people";
import type { Page } from "playwright-core";
import type { Row } from "../row.ts";
import { signedIn } from "../signed-in.ts";

const BOOTHS = 1_000;
const ZONES = 5;
const COLUMNS = 20;
const PITCH_M = 5;
const CHANGES_A_SECOND = 20;
const SECONDS = 20;
const LONGEST_TASK_MS = 50;

const hallName = { en: "Hall of a thousand", zh: "千位展厅" };

/** One hall with a thousand booths, as many as a hall can have. */
async function planHall({ client }: Caller, fairId: string): Promise<string[]> {
  const rows = BOOTHS / ZONES / COLUMNS;
  const params = { fairId };
  const depth = ZONES * (rows * PITCH_M + 2) + 2;
  const body = { name: hallName, width: COLUMNS * PITCH_M + 4, depth };
  const { hallId } = await client.call(addHall, { params, body, idempotencyKey: newId() });
  const boothIds: string[] = [];
  for (let zone = 0; zone < ZONES; zone++) {
    const outline = { x: 1, y: 2 + zone * (rows * PITCH_M + 2), width: COLUMNS * PITCH_M + 2, depth: rows * PITCH_M };
    const name = { en: `Zone ${zone + 1}`, zh: `${zone + 1}区` };
    const { zoneId } = await client.call(addZone, { params, body: { hallId, name, outline }, idempotencyKey: newId() });
    const booths = Array.from({ length: rows * COLUMNS }, (_, index) => ({
      zoneId,
      code: `${"PQRST"[zone]}-${String(index + 1).padStart(3, "0")}`,
      kind: "inline" as const,
      outline: {
        x: outline.x + 1 + (index % COLUMNS) * PITCH_M,
        y: outline.y + 0.5 + Math.floor(index / COLUMNS) * PITCH_M,
        width: 4,
        depth: 4,
      },
      meetingCapacity: 2,
    }));
    const planned = await client.call(planBooths, { params, body: { hallId, booths }, idempotencyKey: newId() });
    boothIds.push(...planned.booths.map(({ boothId }) => boothId));
  }
  return boothIds;
}

/** Counts what the browser itself calls a long task, and every booth whose status on the plan changes. */
const observe = (page: Page) =>
  page.evaluate(() => {
    const seen = { tasks: [] as number[], changes: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: "longtask" });
    new MutationObserver((list) => {
      seen.changes += list.filter(({ target }) => target.nodeName === "g").length;
    }).observe(document.querySelector("main svg[role=group]") as Node, {
      subtree: true,
      attributes: true,
      attributeFilter: ["data-status"],
    });
  });

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: { tasks: number[]; changes: number } }).seen);

/** Assigns and takes back booths at an even pace, through the service as an organizer does; the n-th at its own time. */
async function changeBooths(
  boothIds: readonly string[],
  change: (boothId: string, turn: number) => Promise<unknown>,
): Promise<number> {
  const begun = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let turn = 0; turn < CHANGES_A_SECOND * SECONDS; turn++) {
    const due = begun + (turn * 1_000) / CHANGES_A_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    // Spread over the hall; taken back half a round later.
    sent.push(change(boothIds[((turn % (boothIds.length / 5)) * 7) % boothIds.length] as string, turn));
  }
  await Promise.all(sent);
  return sent.length / ((performance.now() - begun) / 1_000);
}

const statusesDrawn = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<SVGGElement>("main g[data-id]")].map(({ dataset }) => [dataset.id, dataset.status]),
    ),
  );

/** The whole floor in one hall, changing through the services while an organizer looks at it at full speed. */
export const floorRow: Row = async ({ browser, fair }) => {
  const organizer = await createEntrance(fair.url).signIn("organizer@demo.rialto.example", DEMO_PASSWORD);
  const fairId = (await organizer.client.call(me)).grants[0]?.fairId as string;
  const params = { fairId };
  const boothIds = await planHall(organizer, fairId);
  const { items } = await organizer.client.call(listOrganizations, {
    params,
    query: { role: "exhibitor", status: "verified", limit: 50 },
  });
  const page = await signedIn(browser, fair, "organizer");
  await page.goto("/floor");
  await page.getByRole("button", { name: hallName.en }).click();
  await page.locator(`g[data-id="${boothIds.at(-1)}"]`).waitFor();
  await observe(page);

  const taken = new Set<string>();
  const rate = await changeBooths(boothIds, async (boothId, turn) => {
    const at = { params: { fairId, boothId }, idempotencyKey: newId() };
    if (taken.delete(boothId))
      return organizer.client.call(releaseBoothAsOrganizer, { ...at, query: { dryRun: "false" }, body: { reason: "bench" } });
    taken.add(boothId);
    const organizationId = items[turn % items.length]?.organizationId as string;
    return organizer.client.call(assignBooth, { ...at, body: { organizationId } });
  });

  const plan = await organizer.client.call(listBooths, { params });
  const real = new Map(plan.zones.flatMap(({ booths }) => booths.map(({ boothId, status }) => [boothId, status])));
  const agrees = async () =>
    Object.entries(await statusesDrawn(page)).filter(([boothId, status]) => real.get(boothId) !== status).length;
  const deadline = Date.now() + 10_000;
  while ((await agrees()) > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
  const wrong = await agrees();
  const { tasks, changes } = await seen(page);
  await page.context().close();
  const longest = Math.max(0, ...tasks);
  return [
    {
      what: `${boothIds.length} booths live, ${rate.toFixed(1)} changes a second for ${SECONDS} s: longest task`,
      must: `no task over ${LONGEST_TASK_MS} ms`,
      measured: tasks.length === 0 ? `none over ${LONGEST_TASK_MS} ms` : `${longest.toFixed(0)} ms (${tasks.length} over)`,
      holds: longest <= LONGEST_TASK_MS && rate > CHANGES_A_SECOND * 0.95,
    },
    {
      what: "the plan afterwards",
      must: "as the service says",
      measured: `${changes} changes drawn, ${wrong} booths differ`,
      holds: wrong === 0 && changes > 0,
    },
  ];
};
