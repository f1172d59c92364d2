import { newId } from "@rialto/contracts/kernel/ids";
import { addHall, addZone, planBooths } from "@rialto/contracts/venue/operations/plan";
import type { Caller } from "@rialto/seed/people";

const BOOTHS = 1_000;
const ZONES = 5;
const COLUMNS = 20;
const PITCH_M = 5;

export const hallName = { en: "Hall of a thousand", zh: "千位展厅" };

/** One hall with a thousand booths, as many as a hall can have; their ids. */
export async function planHall({ client }: Caller, fairId: string): Promise<string[]> {
  const rows = BOOTHS / ZONES / COLUMNS;
  const params = { fairId };
  const depth = ZONES * (rows * PITCH_M + 2) + 2;
  const body = { name: hallName, width: COLUMNS * PITCH_M + 4, depth };
  const { hallId } = await client.call(addHall, { params, body, idempotencyKey: newId() });
  const boothIds: string[] = [];
  for (let zone = 0; zone < ZONES; zone++) {
    const outline = { x: 1, y: 2 + zone * (rows * PITCH_M + 2), width: COLUMNS * PITCH_M + 2, depth: rows * PITCH_M };
    const name = { en: `Zone ${zone + 1}`, zh: `${zone + 1}区` };
    const { zoneId } = await client.call(addZone, { params, body: { hallId, name, outline }, idempotencyKey: newId() });
    const booths = Array.from({ length: rows * COLUMNS }, (_, index) => ({
      zoneId,
      code: `${"PQRST"[zone]}-${String(index + 1).padStart(3, "0")}`,
      kind: "inline" as const,
      outline: {
        x: outline.x + 1 + (index % COLUMNS) * PITCH_M,
        y: outline.y + 0.5 + Math.floor(index / COLUMNS) * PITCH_M,
        width: 4,
        depth: 4,
      },
      meetingCapacity: 2,
    }));
    const planned = await client.call(planBooths, { params, body: { hallId, booths }, idempotencyKey: newId() });
    boothIds.push(...planned.booths.map(({ boothId }) => boothId));
  }
  return boothIds;
}
