import { newId } from "@rialto/contracts/kernel/ids";
import { acceptMeeting, freeSlots, requestMeeting } from "@rialto/contracts/matchmaking/operations";
import { verifyOrganization } from "@rialto/contracts/registry/operations/organizations";
import { registerOrganizationFor } from "@rialto/contracts/registry/operations/registration";
import { type Caller, createEntrance } from "@rialto/seed/people";
import { heardOf } from "@rialto/seed/until";
import { inject } from "vitest";
import { person } from "./people.ts";

/** Somebody who acts through the API while others look at screens. */
export interface Acting extends Caller {
  readonly fairId: string;
  /** "" for people without an organization. */
  readonly organizationId: string;
}

export interface Newcomer extends Acting {
  readonly name: string;
  /** The part of the e-mail address before `@demo.rialto.example`. */
  readonly account: string;
}

const entrance = () => createEntrance(inject("fair").url);

/** A person of the demo fair, by the part of the e-mail address before `@demo.rialto.example`. */
export async function acting(account: string): Promise<Acting> {
  const { organizationId = "", ...known } = await person(account);
  return { ...known, organizationId };
}

/** An organization that has just registered and waits to be verified, with its one person signed in. */
export async function newcomer(organizer: Acting, role: "exhibitor" | "buyer", name: string): Promise<Newcomer> {
  const account = `new-${newId()}`;
  const email = `${account}@demo.rialto.example`;
  const { fairId } = organizer;
  const { organizationId, invitation } = await organizer.client.call(registerOrganizationFor, {
    params: { fairId },
    idempotencyKey: newId(),
    body: {
      organization: { role, name: { en: name, zh: `${name}公司` }, country: "CN", languages: ["zh", "en"] },
      representative: { name: { en: "Chen Rui", zh: "陈睿" }, languages: ["zh", "en"] },
      email,
      language: "en",
    },
  });
  return { ...(await entrance().accept(invitation, email)), fairId, organizationId, name, account };
}

export async function verified(organizer: Acting, one: Newcomer): Promise<Newcomer> {
  const params = { fairId: organizer.fairId, organizationId: one.organizationId };
  await organizer.client.call(verifyOrganization, { params, idempotencyKey: newId() });
  return one;
}

/** Facts that one service hears of another a moment later. */
const notHeardYet = [
  "OWN_ORGANIZATION_NOT_VERIFIED",
  "OTHER_ORGANIZATION_NOT_FOUND",
  "NOT_A_REPRESENTATIVE",
  "NO_MEETING_PLACE",
  "NOT_YOUR_EXHIBITOR",
  "EXHIBITOR_NOT_VERIFIED",
  "FORBIDDEN",
];

export const soonHeard = <T>(call: () => Promise<T>): Promise<T> => heardOf(notHeardYet, call);

/** Asks the other for their `nth` free slot in common. */
export async function ask(from: Acting, to: Acting, nth = 0): Promise<{ readonly meetingId: string; readonly slotId: string }> {
  const params = { fairId: from.fairId };
  const { slots } = await soonHeard(() =>
    from.client.call(freeSlots, { params: { ...params, organizationId: to.organizationId }, query: {} }),
  );
  const slotId = slots.at(nth)?.slotId;
  if (slotId === undefined) throw new Error("the two have no free slot in common");
  const body = { recipientOrganizationId: to.organizationId, proposedSlotIds: [slotId] };
  const { meetingId } = await soonHeard(() => from.client.call(requestMeeting, { params, body, idempotencyKey: newId() }));
  return { meetingId, slotId };
}

/** Accepts; answers once it is booked. */
export const accept = (by: Acting, { meetingId, slotId }: { readonly meetingId: string; readonly slotId: string }) =>
  soonHeard(() =>
    by.client.call(acceptMeeting, { params: { fairId: by.fairId, meetingId }, body: { slotId }, idempotencyKey: newId() }),
  );
