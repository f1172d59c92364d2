import { z } from "zod";
import { BoothId, HallId, ZoneId } from "../../kernel/ids.ts";
import { defineOperation, only } from "../../kernel/operation.ts";
import { atFair, everyFairRole } from "../../kernel/policy.ts";
import { LocalizedName, Outline } from "../../kernel/values.ts";
import { venueRefusals } from "../refusals.ts";
import { AtBooth, AtFair, BoothCode, BoothView, FairView, NewBooth, PlanBooth } from "../shapes.ts";
import * as example from "./examples.ts";

const metres = z.number().positive().max(2_000);
const { hallId, zoneId } = example;
const hallView = { hallId, name: example.hall.name, width: 120, depth: 80 };
const zoneView = { zoneId, hallId, name: example.zone.name, outline: example.zone.outline };

export const addHall = defineOperation({
  id: "addHall",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/halls",
  summary: "Add a hall with its size in metres",
  policy: atFair("organizer"),
  params: AtFair,
  body: z.strictObject({ name: LocalizedName, width: metres, depth: metres }),
  result: z.object({ hallId: HallId, fair: FairView }),
  status: 201,
  refusals: only(venueRefusals, "FAIR_NOT_PLANNED", "PLAN_IS_FULL"),
  example: {
    params: example.atFair,
    body: { name: example.hall.name, width: 120, depth: 80 },
    result: { hallId, fair: { ...example.exampleFair, version: 2, halls: [hallView] } },
  },
});

export const addZone = defineOperation({
  id: "addZone",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/zones",
  summary: "Add a zone to a hall; zones lie inside their hall and never overlap",
  policy: atFair("organizer"),
  params: AtFair,
  body: z.strictObject({ hallId: HallId, name: LocalizedName, outline: Outline }),
  result: z.object({ zoneId: ZoneId, fair: FairView }),
  status: 201,
  refusals: only(venueRefusals, "FAIR_NOT_PLANNED", "HALL_NOT_FOUND", "ZONE_OUTSIDE_HALL", "ZONES_OVERLAP", "PLAN_IS_FULL"),
  example: {
    params: example.atFair,
    body: { hallId, name: example.zone.name, outline: example.zone.outline },
    result: { zoneId, fair: { ...example.exampleFair, version: 3, halls: [hallView], zones: [zoneView] } },
  },
});

export const planBooths = defineOperation({
  id: "planBooths",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/booths",
  summary:
    "Plan up to 200 booths of one hall: all of them or none, with every problem named. Planning the same booths again is harmless",
  policy: atFair("organizer"),
  params: AtFair,
  body: z.strictObject({ hallId: HallId, booths: z.array(NewBooth).min(1).max(200) }),
  result: z.object({ booths: z.array(z.object({ boothId: BoothId, code: BoothCode })).max(200) }),
  status: 201,
  refusals: only(venueRefusals, "FAIR_NOT_PLANNED", "HALL_NOT_FOUND", "BOOTHS_NOT_PLANNABLE", "BOOTH_CODE_TAKEN", "PLAN_IS_FULL"),
  example: {
    params: example.atFair,
    body: { hallId, booths: [example.newBooth] },
    result: { booths: [{ boothId: example.boothId, code: example.booth.code }] },
  },
});

export const listBooths = defineOperation({
  id: "listBooths",
  context: "venue",
  method: "get",
  path: "/fairs/:fairId/booths",
  summary: "The whole plan in one answer: every booth by zone, with who has it",
  policy: atFair(...everyFairRole),
  params: AtFair,
  result: z.object({
    zones: z.array(z.object({ zoneId: ZoneId, hallId: HallId, booths: z.array(PlanBooth) })).max(100),
  }),
  refusals: only(venueRefusals, "FAIR_NOT_PLANNED"),
  example: {
    params: example.atFair,
    result: {
      zones: [
        {
          zoneId,
          hallId,
          booths: [
            {
              boothId: example.boothId,
              version: 3,
              code: "A-012",
              kind: "corner",
              at: [6, 9, 3, 3],
              status: "assigned",
              organizationId: example.organizationId,
              name: example.organizationName,
            },
          ],
        },
      ],
    },
  },
});

export const getBooth = defineOperation({
  id: "getBooth",
  context: "venue",
  method: "get",
  path: "/fairs/:fairId/booths/:boothId",
  summary: "One booth",
  policy: atFair(...everyFairRole),
  params: AtBooth,
  result: BoothView,
  refusals: only(venueRefusals, "BOOTH_NOT_FOUND"),
  example: { params: example.atBooth, result: example.exampleBooth },
});
