import type { OrganizationRole } from "@rialto/contracts/kernel/values";
import { publishNeed } from "@rialto/contracts/registry/operations/needs";
import { publishOffer } from "@rialto/contracts/registry/operations/offers";
import { verifyOrganization } from "@rialto/contracts/registry/operations/organizations";
import { registerOrganization } from "@rialto/contracts/registry/operations/registration";
import { confirmBooth, holdBooth } from "@rialto/contracts/venue/operations/occupancy";
import type { Door } from "./door.ts";
import type { Listener } from "./listener.ts";
import { denimOffered, denimSought } from "./listings.ts";
import { createPerson, PASSWORD, type Person } from "./person.ts";

/** Somebody who has registered an organization and has its page open. */
export interface Participant extends Person {
  readonly organizationId: string;
  readonly ears: Listener;
}

/** Public registration, as anybody does it; signs in and goes online. */
export async function register(who: string, role: OrganizationRole, fairId: string, door: Door): Promise<Participant> {
  const person = createPerson(who, door);
  const country = role === "exhibitor" ? "CN" : "BR";
  const { organizationId, session } = await person.does(registerOrganization, {
    params: { fairId },
    body: {
      organization: { role, name: { en: `${who} company (example)` }, country, languages: ["en"] },
      representative: { name: { en: `${who} person (example)` }, languages: ["en"] },
      email: `${who}.${fairId}@story.example`,
      password: PASSWORD,
      language: "en",
    },
  });
  person.session.adopt(session);
  return { ...person, organizationId, ears: await person.listens() };
}

export async function verify(organizer: Person, fairId: string, { organizationId, ears }: Participant): Promise<void> {
  await organizer.does(verifyOrganization, { params: { fairId, organizationId } });
  await ears.awaits("organizationVerified");
}

export async function takeBooth(organizer: Person, exhibitor: Participant, fairId: string, boothId: string): Promise<void> {
  const { organizationId } = exhibitor;
  const input = { params: { fairId, boothId }, body: { organizationId } };
  await exhibitor.does(holdBooth, input);
  await organizer.does(confirmBooth, input);
  await exhibitor.ears.awaits("boothAssigned");
}

export const seek = ({ does, organizationId }: Participant, fairId: string) =>
  does(publishNeed, { params: { fairId, organizationId }, body: denimSought });

export const offer = ({ does, organizationId }: Participant, fairId: string) =>
  does(publishOffer, { params: { fairId, organizationId }, body: denimOffered });
