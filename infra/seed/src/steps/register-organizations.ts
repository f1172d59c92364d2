import { publishNeed } from "@rialto/contracts/registry/operations/needs";
import { publishOffer } from "@rialto/contracts/registry/operations/offers";
import { verifyOrganization } from "@rialto/contracts/registry/operations/organizations";
import { registerOrganizationFor } from "@rialto/contracts/registry/operations/registration";
import { atOnce } from "../at-once.ts";
import type { Invented } from "../content/organizations.ts";
import type { Caller, Entrance } from "../people.ts";
import { heardOf } from "../until.ts";

/** An invented organization that is now at the fair, with its person signed in. */
export interface Present extends Invented {
  readonly organizationId: string;
  readonly representativeId: string;
  readonly verified: boolean;
  readonly person: Caller;
}

const AT_ONCE = 8;
/** One in this many waits for the organizer's check, so that there is something to check. */
const UNVERIFIED_EVERY = 15;

export const registerOrganizations = (
  entrance: Entrance,
  organizer: Caller,
  fairId: string,
  invented: readonly Invented[],
): Promise<Present[]> =>
  atOnce(AT_ONCE, invented, async (one, index) => {
    const verified = index % UNVERIFIED_EVERY !== UNVERIFIED_EVERY - 1;
    const present = { ...(await register(entrance, organizer, fairId, one)), verified };
    await publish(present, fairId);
    const params = { fairId, organizationId: present.organizationId };
    if (verified) await organizer.client.call(verifyOrganization, { params, idempotencyKey: `seed-verify-${one.key}` });
    return present;
  });

async function register(
  entrance: Entrance,
  organizer: Caller,
  fairId: string,
  one: Invented,
): Promise<Omit<Present, "verified">> {
  const { profile, representative, email, language, key } = one;
  const body = { organization: profile, representative, email, language };
  const { organizationId, representativeId, invitation } = await heardOf(["FAIR_NOT_FOUND"], () =>
    organizer.client.call(registerOrganizationFor, { params: { fairId }, idempotencyKey: `seed-${key}`, body }),
  );
  return { ...one, organizationId, representativeId, person: await entrance.accept(invitation, email) };
}

async function publish({ person, organizationId, offers, needs, key }: Present, fairId: string): Promise<void> {
  const params = { fairId, organizationId };
  for (const [index, body] of offers.entries()) {
    await person.client.call(publishOffer, { params, body, idempotencyKey: `seed-${key}-offer-${index}` });
  }
  for (const [index, body] of needs.entries()) {
    await person.client.call(publishNeed, { params, body, idempotencyKey: `seed-${key}-need-${index}` });
  }
}
