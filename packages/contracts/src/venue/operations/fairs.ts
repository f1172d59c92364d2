import { z } from "zod";
import { FairId } from "../../kernel/ids.ts";
import { defineOperation, only, PageQuery, pageOf } from "../../kernel/operation.ts";
import { anyone, atFair, operatorOnly } from "../../kernel/policy.ts";
import { LocalizedName } from "../../kernel/values.ts";
import { venueRefusals } from "../refusals.ts";
import { AtFair, FairItem, FairRulesInput, FairView, OpeningPeriod } from "../shapes.ts";
import * as example from "./examples.ts";

export const planFair = defineOperation({
  id: "planFair",
  context: "venue",
  method: "post",
  path: "/fairs",
  summary: "Plan a fair; its time slots follow from the opening periods and the slot length",
  policy: operatorOnly,
  body: z.strictObject({
    name: LocalizedName,
    place: LocalizedName,
    timeZone: z.string().min(1).max(60),
    openingPeriods: z.array(OpeningPeriod).min(1).max(99),
    rules: FairRulesInput,
  }),
  result: FairView,
  status: 201,
  refusals: only(venueRefusals, "TIME_ZONE_UNKNOWN", "OPENING_PERIODS_OVERLAP", "OPENING_PERIOD_TOO_SHORT", "FAIR_TOO_LONG"),
  example: {
    body: {
      name: example.fair.name,
      place: example.fair.place,
      timeZone: example.fair.timeZone,
      openingPeriods: [{ date: "2026-09-01", opens: "09:30", closes: "10:00" }],
      rules: example.fair.rules,
    },
    result: example.exampleFair,
  },
});

export const changeFairRules = defineOperation({
  id: "changeFairRules",
  context: "venue",
  method: "put",
  path: "/fairs/:fairId/rules",
  summary: "Replace the fair's limits; the slot length stays",
  policy: atFair("organizer"),
  params: AtFair,
  body: FairRulesInput,
  result: FairView,
  refusals: only(venueRefusals, "FAIR_NOT_PLANNED", "SLOT_LENGTH_FIXED"),
  example: { params: example.atFair, body: example.fair.rules, result: { ...example.exampleFair, version: 2 } },
});

export const getFair = defineOperation({
  id: "getFair",
  context: "venue",
  method: "get",
  path: "/fairs/:fairId",
  summary: "One fair with its time slots, halls and zones",
  policy: anyone,
  params: z.object({ fairId: FairId }),
  result: FairView,
  refusals: only(venueRefusals, "FAIR_NOT_PLANNED"),
  example: { params: example.atFair, result: example.exampleFair },
});

export const listFairs = defineOperation({
  id: "listFairs",
  context: "venue",
  method: "get",
  path: "/fairs",
  summary: "All fairs, the one that starts last first",
  policy: anyone,
  query: z.strictObject(PageQuery.shape),
  result: pageOf(FairItem),
  example: {
    result: {
      items: [
        {
          fairId: example.fairId,
          name: example.fair.name,
          place: example.fair.place,
          timeZone: example.fair.timeZone,
          firstSlotStartsAt: "2026-09-01T01:30:00.000Z",
          lastSlotEndsAt: "2026-09-01T02:00:00.000Z",
        },
      ],
    },
  },
});
