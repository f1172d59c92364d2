import { acceptInvitation } from "@rialto/contracts/registry/operations/registration";
import { grantRole } from "@rialto/contracts/registry/operations/roles";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { planFair } from "@rialto/contracts/venue/operations/fairs";
import { addHall, addZone, planBooths } from "@rialto/contracts/venue/operations/plan";
import { fairName, fairPlace } from "@rialto/seed/content/fair";
import { openingPeriods } from "@rialto/seed/opening-periods";
import type { Door } from "./door.ts";
import { createPerson, PASSWORD, type Person } from "./person.ts";

const TIME_ZONE = "Asia/Shanghai";

/** Check-in opens so early that a meeting in one of the next slots can be held at once. */
const rules = {
  slotMinutes: 30,
  requestExpiryMinutes: 24 * 60,
  pendingRequestLimit: 20,
  boothHoldMinutes: 30,
  checkInOpensMinutes: 120,
  noShowAfterMinutes: 60,
};

export interface PlannedFair {
  readonly fairId: string;
  readonly slots: readonly TimeSlot[];
}

/** A fair that is open now. */
export async function planTheFair(operator: Person, overrides: Partial<typeof rules> = {}): Promise<PlannedFair> {
  const body = {
    name: fairName,
    place: fairPlace,
    timeZone: TIME_ZONE,
    openingPeriods: openingPeriods(new Date(), TIME_ZONE),
    rules: { ...rules, ...overrides },
  };
  const { fairId, slots } = await operator.does(planFair, { body });
  return { fairId, slots };
}

/** The operator grants the role; the person chooses a password and signs in. */
export async function invite(operator: Person, fairId: string, role: "organizer" | "ceremonyHost", door: Door): Promise<Person> {
  const email = `${role}.${fairId}@story.example`.toLowerCase();
  const body = { email, role, language: "en" as const, name: { en: role } };
  const { invitation } = await operator.does(grantRole, { params: { fairId }, body });
  if (invitation === undefined) throw new Error(`${role} was not invited`);
  const person = createPerson(role, door);
  await person.does(acceptInvitation, { body: { token: invitation.token, password: PASSWORD } }).catch(alreadyAccepted);
  await person.signsIn(email, PASSWORD);
  return person;
}

/** An invitation works once: when the answer was lost, the second attempt is told so. */
const alreadyAccepted = (error: unknown) => {
  if (!(error instanceof Error && error.message.includes("INVITATION_NOT_VALID"))) throw error;
};

const SIZE = { width: 4, depth: 4 };

/** One hall with one zone and so many booths in a row; answers with their ids. */
export async function planTheFloor(organizer: Person, fairId: string, booths: number): Promise<string[]> {
  const params = { fairId };
  const hall = { name: { en: "Ground floor", zh: "一层展厅" }, width: 10 + booths * 5, depth: 20 };
  const { hallId } = await organizer.does(addHall, { params, body: hall });
  const outline = { x: 1, y: 1, width: 8 + booths * 5, depth: 18 };
  const { zoneId } = await organizer.does(addZone, {
    params,
    body: { hallId, name: { en: "Cross-border", zh: "跨境" }, outline },
  });
  const planned = Array.from({ length: booths }, (_, index) => ({
    zoneId,
    code: `A-${String(index + 1).padStart(3, "0")}`,
    kind: "inline" as const,
    outline: { x: 2 + index * 5, y: 2, ...SIZE },
    meetingCapacity: 2,
  }));
  const { booths: made } = await organizer.does(planBooths, { params, body: { hallId, booths: planned } });
  return made.map(({ boothId }) => boothId);
}
