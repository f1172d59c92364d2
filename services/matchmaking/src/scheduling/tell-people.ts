import type { MeetingSide } from "@rialto/contracts/matchmaking/events";
import type { MatchmakingDeps } from "../deps.ts";
import { announceSchedule, noticeIdOf, type ScheduleNoticeEvent } from "../domain/schedule-notice.ts";
import { inParallel } from "../matching/in-parallel.ts";
import type { InHand } from "./in-hand.ts";

const atOnce = 16;
type Announcement = ScheduleNoticeEvent["data"];
type Counted = "added" | "moved" | "cancelled";

/** What happened to one meeting, for both of its people. */
export interface Told {
  readonly requester: MeetingSide;
  readonly recipient: MeetingSide;
  readonly what: Counted;
  readonly startsAt?: string | undefined;
}

/** One announcement per organization, with a line per person: everybody is told once, whatever happened to how many meetings. */
export async function tellPeople(
  { scheduleNotices, clock }: Pick<MatchmakingDeps, "scheduleNotices" | "clock">,
  { runId, fairId, about, told }: Pick<Announcement, "runId" | "fairId" | "about"> & { readonly told: readonly Told[] },
  inHand: InHand,
): Promise<number> {
  const organizations = byOrganization(told);
  let done = 0;
  await inParallel(atOnce, [...organizations], async ([organizationId, people]) => {
    if (inHand.signal.aborted) return;
    const noticeId = noticeIdOf(runId, about, organizationId);
    const command = { noticeId, runId, fairId, organizationId, about, people: [...people.values()], announcedAt: clock() };
    await scheduleNotices.update(noticeId, (state) => announceSchedule(command, state), inHand.cause);
    done += 1;
    void inHand.report({ stage: "telling", done, total: organizations.size });
  });
  return [...organizations.values()].reduce((sum, people) => sum + people.size, 0);
}

type Person = Announcement["people"][number];

function byOrganization(told: readonly Told[]): Map<string, Map<string, Person>> {
  const organizations = new Map<string, Map<string, Person>>();
  for (const { requester, recipient, what, startsAt } of told) {
    for (const { organizationId, representativeId } of [requester, recipient]) {
      const people = organizations.get(organizationId) ?? new Map<string, Person>();
      organizations.set(organizationId, people);
      const person = people.get(representativeId) ?? { representativeId, added: 0, moved: 0, cancelled: 0 };
      person[what] += 1;
      if (startsAt !== undefined && (person.firstStartsAt === undefined || startsAt < person.firstStartsAt))
        person.firstStartsAt = startsAt;
      people.set(representativeId, person);
    }
  }
  return organizations;
}
