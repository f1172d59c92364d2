import type { BodyInput, ResultOf } from "@rialto/contracts/kernel/operation";
import { notePreference } from "@rialto/contracts/matchmaking/operations";
import { getScheduleRun, publishScheduleRun, startScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import type { ScheduleRunStatus } from "@rialto/contracts/matchmaking/schedule-run-values";
import { eventually } from "@rialto/testing/eventually";
import type { MatchmakingFixture, Person } from "./fixture.ts";

export interface ScheduleScene {
  readonly fairId: string;
  readonly organizer: string;
  readonly exhibitors: readonly Person[];
  readonly buyers: readonly Person[];
  start(body?: BodyInput<typeof startScheduleRun>): Promise<string>;
  /** The run once it has come into this status. */
  until(runId: string, status: ScheduleRunStatus): Promise<RunView>;
  run(runId: string): Promise<RunView>;
  publish(runId: string): Promise<void>;
}

type RunView = ResultOf<typeof getScheduleRun>;

const viewOf = ({ api }: MatchmakingFixture, fairId: string, runId: string, token: string) =>
  api.ok(getScheduleRun, { params: { fairId, runId }, token });

/** Exhibitors with booths and buyers who all want to meet each other, and the organizer. */
export async function scheduleScene(
  it: MatchmakingFixture,
  { exhibitors: hosts = 2, buyers: guests = 3, slots = 6, capacity = 2 } = {},
): Promise<ScheduleScene> {
  const fairId = await it.planFair({ slots });
  const admit = (count: number, role: "exhibitor" | "buyer") =>
    Promise.all(Array.from({ length: count }, () => it.admit(fairId, { role })));
  const [exhibitors, buyers] = [await admit(hosts, "exhibitor"), await admit(guests, "buyer")];
  for (const { organizationId } of exhibitors) await it.assignBooth(fairId, organizationId, { meetingCapacity: capacity });
  for (const exhibitor of exhibitors) {
    for (const buyer of buyers) {
      await wish(it, fairId, exhibitor, buyer);
      await wish(it, fairId, buyer, exhibitor);
    }
  }
  const organizer = await it.tokenFor(fairId, "organizer");
  const run = (runId: string) => viewOf(it, fairId, runId, organizer);
  return {
    fairId,
    organizer,
    exhibitors,
    buyers,
    run,
    async start(body = {}) {
      return (await it.api.ok(startScheduleRun, { params: { fairId }, body, token: organizer })).runId;
    },
    async until(runId, status) {
      return eventually(
        `run ${runId} is ${status}`,
        async () => {
          const view = await run(runId);
          return view.status === status ? view : undefined;
        },
        { timeoutMs: 30_000, everyMs: 50 },
      );
    },
    async publish(runId) {
      await it.api.ok(publishScheduleRun, { params: { fairId, runId }, body: {}, token: organizer });
    },
  };
}

const wish = ({ api }: MatchmakingFixture, fairId: string, who: Person, about: Person) =>
  api.ok(notePreference, {
    params: { fairId, organizationId: about.organizationId },
    body: { preference: "meet" },
    token: who.token,
  });
