import { planFair } from "@rialto/contracts/venue/operations/fairs";
import { addHall, addZone, planBooths } from "@rialto/contracts/venue/operations/plan";
import { fairName, fairPlace, zones } from "../content/fair.ts";
import { boothsOfZone, hallSize, zoneOutline } from "../content/floor.ts";
import { openingPeriods } from "../opening-periods.ts";
import type { Caller } from "../people.ts";

const TIME_ZONE = "Asia/Shanghai";
const BOOTHS_PER_ZONE = 16;

/** The fair with its grid of slots. */
export const planTheFair = (operator: Caller, now: Date) =>
  operator.client.call(planFair, {
    idempotencyKey: "seed-fair",
    body: {
      name: fairName,
      place: fairPlace,
      timeZone: TIME_ZONE,
      openingPeriods: openingPeriods(now, TIME_ZONE),
      rules: {
        slotMinutes: 30,
        requestExpiryMinutes: 24 * 60,
        pendingRequestLimit: 20,
        boothHoldMinutes: 30,
        checkInOpensMinutes: 30,
        noShowAfterMinutes: 10,
      },
    },
  });

export interface PlannedBooth {
  readonly boothId: string;
  readonly code: string;
}

/** `halls` halls of five zones and eighty booths each. */
export async function planTheFloor(organizer: Caller, fairId: string, halls: number): Promise<PlannedBooth[]> {
  const booths: PlannedBooth[] = [];
  for (let hall = 0; hall < halls; hall++) booths.push(...(await planHall(organizer, fairId, hall)));
  return booths;
}

async function planHall({ client }: Caller, fairId: string, hall: number): Promise<PlannedBooth[]> {
  const name = hall === 0 ? { en: "Ground floor", zh: "一层展厅" } : { en: `Hall ${hall + 1}`, zh: `${hall + 1}号展厅` };
  const params = { fairId };
  const { hallId } = await client.call(addHall, { params, idempotencyKey: `seed-hall-${hall}`, body: { name, ...hallSize } });
  const zoneIds: string[] = [];
  for (const [index, zone] of zones.entries()) {
    const body = { hallId, name: zone.name, outline: zoneOutline(index) };
    zoneIds.push((await client.call(addZone, { params, idempotencyKey: `seed-zone-${hall}-${index}`, body })).zoneId);
  }
  const booths = zoneIds.flatMap((zoneId, index) => boothsOfZone(index, zoneId, 1 + hall * BOOTHS_PER_ZONE));
  return (await client.call(planBooths, { params, idempotencyKey: `seed-booths-${hall}`, body: { hallId, booths } })).booths;
}
