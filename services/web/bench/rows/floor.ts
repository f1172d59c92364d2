import { loadavg } from "node:os";
import { newId } from "@rialto/contracts/kernel/ids";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { me } from "@rialto/contracts/registry/operations/sessions";
import { assignBooth, releaseBoothAsOrganizer } from "@rialto/contracts/venue/operations/occupancy";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { type Caller, createEntrance, DEMO_PASSWORD } from "@rialto/seed/people";
import type { Page } from "playwright-core";
import { hallName, planHall } from "../hall.ts";
import { busyFor, observe, seen, statusesDrawn } from "../observed.ts";
import type { Figure, Row } from "../row.ts";
import { signedIn } from "../signed-in.ts";
import { type Tasks, traced } from "../tasks.ts";

const CHANGES_A_SECOND = 20;
const SECONDS = 20;
const SECONDS_MOVING = 10;
const LONGEST_TASK_MS = 50;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Calls at an even pace, each at its own time however long the ones before take; resolves once all are answered, with how many were sent a second. */
async function evenly(seconds: number, call: (turn: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let turn = 0; turn < CHANGES_A_SECOND * seconds; turn++) {
    await pause(Math.max(0, begun + (turn * 1_000) / CHANGES_A_SECOND - performance.now()));
    sent.push(call(turn));
  }
  const rate = sent.length / ((performance.now() - begun) / 1_000);
  await Promise.all(sent);
  return rate;
}

/** Every fifth booth of the hall is given to an exhibitor, and half a round later taken back. */
async function changer({ client }: Caller, fairId: string, boothIds: readonly string[]) {
  const query = { role: "exhibitor", status: "verified", limit: 50 } as const;
  const { items } = await client.call(listOrganizations, { params: { fairId }, query });
  const taken = new Set<string>();
  let turn = 0;
  return () => {
    turn += 1;
    const boothId = boothIds[((turn % (boothIds.length / 5)) * 7) % boothIds.length] as string;
    const at = { params: { fairId, boothId }, idempotencyKey: newId() };
    if (taken.delete(boothId))
      return client.call(releaseBoothAsOrganizer, { ...at, query: { dryRun: "false" }, body: { reason: "bench" } });
    taken.add(boothId);
    return client.call(assignBooth, { ...at, body: { organizationId: items[turn % items.length]?.organizationId as string } });
  };
}

/** Zooms in and out and drags all the time, as somebody does who looks for something. */
async function lookAround(page: Page, until: Promise<unknown>): Promise<void> {
  let isOver = false;
  void until.then(() => {
    isOver = true;
  });
  await page.locator("main svg[role=group]").hover();
  for (let step = 0; !isOver; step++) {
    await page.mouse.wheel(0, step % 10 < 5 ? -240 : 240);
    if (step % 5 === 4) {
      await page.mouse.down();
      await page.mouse.move(700 + (step % 3) * 60, 420 + (step % 2) * 80, { steps: 8 });
      await page.mouse.up();
    }
    await pause(100);
  }
}

function longest(what: string, own: Tasks, clock: readonly number[], holds: boolean): Figure {
  const seenLong =
    clock.length === 0 ? "no long task seen" : `${Math.max(...clock).toFixed(0)} ms seen on the clock (${clock.length} over)`;
  return {
    what,
    must: `no task over ${LONGEST_TASK_MS} ms`,
    measured: `${own.longest.toFixed(0)} ms of processor time (${own.long} over); ${seenLong}, load ${loadavg()[0]?.toFixed(0)}`,
    holds: holds && own.longest <= LONGEST_TASK_MS,
  };
}

/** The whole floor in one hall, changing through the services while an organizer looks at it at full speed. */
export const floorRow: Row = async ({ browser, fair }) => {
  const organizer = await createEntrance(fair.url).signIn("organizer@demo.rialto.example", DEMO_PASSWORD);
  const fairId = (await organizer.client.call(me)).grants[0]?.fairId as string;
  const boothIds = await planHall(organizer, fairId);
  const change = await changer(organizer, fairId, boothIds);
  const page = await signedIn(browser, fair, "organizer");
  await page.goto("/floor");
  await page.getByRole("button", { name: hallName.en }).click();
  await page.locator(`g[data-id="${boothIds.at(-1)}"]`).waitFor();
  await observe(page);

  let rate = 0;
  const looking = await traced(browser, page, async () => {
    rate = await evenly(SECONDS, change);
  });
  const looked = await seen(page);
  const searching = await traced(browser, page, async () => {
    const changing = evenly(SECONDS_MOVING, change);
    await lookAround(page, changing);
    await changing;
  });
  const moved = await seen(page);

  const { zones } = await organizer.client.call(listBooths, { params: { fairId } });
  const real = new Map(zones.flatMap(({ booths }) => booths.map(({ boothId, status }) => [boothId, status])));
  const wrong = async () => Object.entries(await statusesDrawn(page)).filter(([id, status]) => real.get(id) !== status).length;
  const deadline = Date.now() + 10_000;
  while ((await wrong()) > 0 && Date.now() < deadline) await pause(100);
  const differ = await wrong();
  // The measure itself: a task that is too long must be seen, or "none" would mean nothing.
  await busyFor(page, 2 * LONGEST_TASK_MS);
  const isWatching = (await seen(page)).tasks.length > moved.tasks.length;
  await page.context().close();
  const live = `${boothIds.length} booths, ${rate.toFixed(1)} changes a second`;
  return [
    longest(`${live} for ${SECONDS} s: longest task`, looking, looked.tasks, isWatching && rate > CHANGES_A_SECOND * 0.95),
    longest(
      `the same for ${SECONDS_MOVING} s, zooming and dragging: longest task`,
      searching,
      moved.tasks.slice(looked.tasks.length),
      isWatching,
    ),
    {
      what: "the plan afterwards",
      must: "as the service says",
      measured: `${moved.changes} changes drawn, ${differ} booths differ`,
      holds: differ === 0 && moved.changes > 0,
    },
  ];
};
