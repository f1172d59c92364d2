import type { mongo } from "mongoose";
import type { Fair } from "../domain/fair.ts";
import type { ExistingMeeting } from "../domain/meeting.ts";
import type { Organization } from "../domain/organization.ts";
import type { RecommendationList } from "../domain/recommendation-list.ts";
import type { MeetingNews } from "../matching/decisions-of.ts";
import type { Catalogue, MatchRows, NotedPreference } from "../matching/match-source.ts";
import { fairsDeclaration } from "./fairs.ts";
import { meetingsDeclaration } from "./meetings.ts";
import { organizationsDeclaration } from "./organizations.ts";
import { preferencesDeclaration } from "./preferences.ts";
import { recommendationsDeclaration } from "./recommendations.ts";

/** Collections that the lists follow from. */
export const collections = {
  organizations: organizationsDeclaration.name,
  preferences: preferencesDeclaration.name,
  meetings: meetingsDeclaration.name,
  fairs: fairsDeclaration.name,
  catalogues: "matchCatalogues",
  marks: "matchMarks",
} as const;

export interface CatalogueDocument {
  _id: string;
  /** Offers and needs of the fair when it was written: another is worth writing when there are many more. */
  count: number;
  items: Catalogue["items"];
}

/** The fields of a meeting that `newsOfMeeting` reads. */
const meetingFields = {
  "state.meetingId": 1,
  "state.fairId": 1,
  "state.requester.organizationId": 1,
  "state.recipientOrganizationId": 1,
  "state.status": 1,
  "state.quotaNumber": 1,
  "state.byRun.runId": 1,
  "state.noShows": 1,
} as const;

export const newsOfMeeting = (meeting: ExistingMeeting): MeetingNews => ({
  meetingId: meeting.meetingId,
  fairId: meeting.fairId,
  requesterId: meeting.requester.organizationId,
  recipientId: meeting.recipientOrganizationId,
  status: meeting.status,
  wasAskedFor: meeting.quotaNumber > 0,
  isByRun: "byRun" in meeting && meeting.byRun !== undefined,
  noShows: meeting.status === "missed" ? meeting.noShows : [],
});

export const slotsOf = ({ fairId, slots }: Fair) => ({ fairId, slots: slots.length });

/** Everything at once, as it is now. */
export async function readMatchRows(database: mongo.Db): Promise<MatchRows> {
  const rows = <Row>(name: string, filter: object) =>
    database
      .collection<{ _id: string; row: Row }>(name)
      .find(filter, { projection: { row: 1 } })
      .map(({ row }) => row)
      .toArray();
  const states = <State>(name: string, filter: object, projection: object, sort: mongo.Sort = {}) =>
    database
      .collection<{ _id: string; state: State }>(name)
      .find(filter, { projection, sort })
      .map(({ state }) => state)
      .toArray();
  const [fairs, organizations, refusals, meetings, catalogues, lists] = await Promise.all([
    rows<Fair>(collections.fairs, { row: { $exists: true } }),
    rows<Organization>(collections.organizations, { "row.status": "verified" }),
    states<NotedPreference>(collections.preferences, { "state.preference": "noThanks" }, { state: 1 }),
    states<ExistingMeeting>(collections.meetings, { "state.fairId": { $exists: true } }, meetingFields, {
      "state.requestedAt": 1,
      _id: 1,
    }),
    database.collection<CatalogueDocument>(collections.catalogues).find().toArray(),
    states<RecommendationList>(
      recommendationsDeclaration.name,
      { "state.entries.0": { $exists: true } },
      { "state.fairId": 1, "state.organizationId": 1 },
    ),
  ]);
  return {
    fairs: fairs.map(slotsOf),
    organizations,
    refusals,
    meetings: meetings.map(newsOfMeeting),
    catalogues: catalogues.map(({ _id, items }) => ({ fairId: _id, items })),
    listOwners: lists.map(({ fairId = "", organizationId = "" }) => ({ fairId, organizationId })),
  };
}
