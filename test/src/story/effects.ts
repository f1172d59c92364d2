import { listAgreements } from "@rialto/contracts/ceremonies/operations/agreements";
import { listCeremonies } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { listCertificates } from "@rialto/contracts/ceremonies/operations/certificates";
import { listMeetings } from "@rialto/contracts/matchmaking/operations";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import type { Story } from "../story.ts";

/** What there is at the fair when the story is over, as the organizer sees it: anything done twice shows here. */
export async function effectsOf({ organizer, fairId }: Story) {
  const params = { fairId };
  const meetings = await organizer.does(listMeetings, { params, query: { scope: "all" } });
  const agreements = await organizer.does(listAgreements, { params });
  const certificates = await organizer.does(listCertificates, { params });
  const ceremonies = await organizer.does(listCeremonies, { params });
  const organizations = await organizer.does(listOrganizations, { params });
  return {
    meetings: meetings.items.map(({ status }) => status).toSorted(),
    agreements: agreements.items.map(({ status }) => status),
    certificates: certificates.items.map(({ subject }) => subject).toSorted(),
    ceremonies: ceremonies.items.map(({ status }) => status),
    organizations: organizations.items.map(({ status }) => status),
  };
}

export const expectedEffects = {
  meetings: ["declined", "held"],
  agreements: ["completed"],
  certificates: ["agreement", "plaqueConferral"],
  ceremonies: ["completed"],
  organizations: ["verified", "verified", "verified"],
};
