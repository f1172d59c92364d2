import type { Recommendation } from "@rialto/contracts/matchmaking/events";
import type { RecommendationView } from "@rialto/contracts/matchmaking/views";
import type { z } from "zod";
import { isAdmitted, type Listing } from "../domain/organization.ts";
import { type ListedMeeting, latestMeetings } from "../store/latest-meetings.ts";
import type { Meetings } from "../store/meetings.ts";
import { type Organizations, organizationsByIds } from "../store/organizations.ts";
import { type Preferences, preferencesOf } from "../store/preferences.ts";
import { fittingFirst } from "./fitting-first.ts";
import { spelledReasons } from "./spelled.ts";

type View = z.input<typeof RecommendationView>;
const mostListings = 20;

export interface RecommendationSources {
  readonly organizations: Organizations;
  readonly preferences: Preferences;
  readonly meetings: Meetings;
}

/** The list with what a person wants to see at once: who it is, what was said, what is going on. Leaves out who has gone since. */
export async function presentRecommendations(
  { organizations, preferences, meetings }: RecommendationSources,
  fairId: string,
  ownId: string,
  entries: readonly Recommendation[],
): Promise<View[]> {
  const ids = entries.map(({ organizationId }) => organizationId);
  const [known, said, latest] = await Promise.all([
    organizationsByIds(organizations, ids),
    preferencesOf(preferences, fairId, ownId, ids),
    latestMeetings(meetings, ownId, ids),
  ]);
  return entries.flatMap((entry) => {
    const organization = known.get(entry.organizationId);
    if (!isAdmitted(organization)) return [];
    const { profile, offers, needs } = organization;
    const reasons = spelledReasons(entry.reasons, [...offers, ...needs]);
    const fitting = { offers: fittingFirst(offers, reasons, "own"), needs: fittingFirst(needs, reasons, "other") };
    const view = { ...entry, reasons, profile, offers: titlesOf(fitting.offers), needs: titlesOf(fitting.needs) };
    return [{ ...view, ...optional("preference", said.get(entry.organizationId)), ...meetingOf(latest, entry) }];
  });
}

const titlesOf = (listings: readonly Listing[]) =>
  listings.slice(0, mostListings).map(({ id, content }) => ({ id, title: content.title }));

const meetingOf = (latest: ReadonlyMap<string, ListedMeeting>, { organizationId }: Recommendation) =>
  optional("meeting", latest.get(organizationId));

const optional = <Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
