import { listCeremonies } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { getScheduleRun, listScheduleRuns, startScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { untilThere } from "@rialto/seed/until";
import { person } from "./people.ts";

export interface Screen {
  /** Its route, as the application writes it: a test compares them. */
  readonly route: string;
  /** A place where it is. */
  readonly path: string;
  /** What its pictures are called. */
  readonly name: string;
}

/** Who looks at which screens; nobody: without an account. */
export interface Looking {
  readonly account?: string;
  readonly screens: readonly Screen[];
}

const screen = (route: string, path = route): Screen => ({
  route,
  path,
  name: route.replaceAll(/[/:?*]+/g, "-").replaceAll(/^-|-$/g, "") || "home",
});

/** A plan that can be looked at; nothing is booked by it. */
async function aPlan(): Promise<string> {
  const { client, fairId } = await person("organizer");
  const params = { fairId };
  const { items } = await client.call(listScheduleRuns, { params, query: { limit: 50 } });
  const before = items.find(({ status, summary }) => summary !== undefined && status !== "discarded");
  if (before !== undefined) return before.runId;
  const { runId } = await client.call(startScheduleRun, { params, body: { rules: { budgetSeconds: 5 } } });
  const isThere = async () => (await client.call(getScheduleRun, { params: { fairId, runId } })).summary;
  if ((await untilThere(isThere)) === undefined) throw new Error("the fair has no plan to look at");
  return runId;
}

/** Every screen, opened by somebody for whom it is there. A new route belongs here: `screens.test.ts` asks for it. */
export async function everyScreen(): Promise<readonly Looking[]> {
  const { client, fairId } = await person("buyer1");
  const [organizations, ceremonies, runId] = await Promise.all([
    client.call(listOrganizations, { params: { fairId }, query: { role: "exhibitor", limit: 1 } }),
    client.call(listCeremonies, { params: { fairId } }),
    aPlan(),
  ]);
  const organizationId = organizations.items[0]?.organizationId ?? "";
  const ceremonyId = ceremonies.items.find(({ status }) => status === "planned")?.ceremonyId ?? "";
  return [
    {
      screens: [
        screen("/sign-in"),
        screen("/invitation", "/invitation#0123456789abcdef"),
        screen("/stage/:fairId?/:ceremonyId?", `/stage/${fairId}/${ceremonyId}`),
        screen("/certificate/:code?", "/certificate"),
      ],
    },
    {
      account: "buyer1",
      screens: [
        screen("/now"),
        screen("/day"),
        screen("/find"),
        screen("/organizations/:organizationId", `/organizations/${organizationId}`),
        screen("/inbox"),
      ],
    },
    {
      account: "exhibitor2",
      screens: [screen("/booth"), screen("/company"), screen("/check-in/:meetingId?", "/check-in")],
    },
    {
      account: "organizer",
      screens: [
        screen("/numbers"),
        screen("/floor"),
        screen("/merchants"),
        screen("/schedule"),
        screen("/schedule/:runId", `/schedule/${runId}`),
        screen("/ceremonies"),
        screen("/ceremonies/:ceremonyId", `/ceremonies/${ceremonyId}`),
      ],
    },
  ];
}
