import { inventBuyers, inventExhibitors } from "./content/organizations.ts";
import { type Guide, guideTo } from "./guide.ts";
import type { SeedOptions } from "./options.ts";
import { createEntrance } from "./people.ts";
import { seededRandom } from "./random.ts";
import { assignBooths } from "./steps/assign-booths.ts";
import { bestNotMet, bookMeetings, meetNow } from "./steps/book-meetings.ts";
import { inviteStaff } from "./steps/invite-staff.ts";
import { planTheFair, planTheFloor } from "./steps/plan-fair.ts";
import { agree, prepareCeremonies } from "./steps/prepare-ceremonies.ts";
import { type Present, registerOrganizations } from "./steps/register-organizations.ts";

/** The reference fair's size at scale 1. */
const SIZE = { exhibitors: 60, buyers: 150 } as const;
/** Buyers who have already asked for meetings. */
const BUYERS_WITH_MEETINGS = 40;
const SEED = 2_025;

/** Plans, invites, registers, assigns, lets two meet and agree, and books, in this order; every step may be repeated. */
export async function seedFair(options: SeedOptions, now: Date, say: (line: string) => void): Promise<Guide> {
  const random = seededRandom(SEED);
  const entrance = createEntrance(options.GATEWAY_URL);
  const operator = await entrance.signIn(options.OPERATOR_EMAIL, options.OPERATOR_PASSWORD);

  const { fairId } = await planTheFair(operator, now);
  const organizer = await inviteStaff(entrance, operator, fairId, "organizer");
  await inviteStaff(entrance, operator, fairId, "zoneManager");
  await inviteStaff(entrance, operator, fairId, "ceremonyHost");
  const booths = await planTheFloor(organizer, fairId, options.scale);
  say(`Planned the fair: ${options.scale} hall(s), ${booths.length} booths.`);

  const exhibitors = await registerOrganizations(
    entrance,
    organizer,
    fairId,
    inventExhibitors(SIZE.exhibitors * options.scale, random),
  );
  const buyers = await registerOrganizations(entrance, organizer, fairId, inventBuyers(SIZE.buyers * options.scale, random));
  say(`Registered ${exhibitors.length} exhibitors and ${buyers.length} buyers.`);

  const admitted = exhibitors.filter(({ verified }) => verified);
  await assignBooths(organizer, fairId, admitted, booths);
  const [demoBuyer, demoExhibitor] = [named(buyers, "buyer-1"), named(exhibitors, "exhibitor-2")];
  const meetingId = await meetNow(fairId, demoBuyer, demoExhibitor);
  await prepareCeremonies(organizer, fairId, await agree(fairId, meetingId, demoExhibitor, demoBuyer), now);
  const active = buyers.filter(({ verified }) => verified).slice(0, BUYERS_WITH_MEETINGS);
  const scheduled = await bookMeetings(fairId, active, admitted, random);
  say(`Booked ${scheduled} meetings.`);

  return guideTo({ demoBuyer, met: demoExhibitor, notMet: await bestNotMet(fairId, demoBuyer, admitted) });
}

const named = (all: readonly Present[], key: string): Present => {
  const found = all.find((one) => one.key === key);
  if (found === undefined) throw new Error(`the demo fair lacks ${key}`);
  return found;
};
