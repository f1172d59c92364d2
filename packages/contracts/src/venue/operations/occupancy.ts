import { z } from "zod";
import { OrganizationId } from "../../kernel/ids.ts";
import { defineOperation, only } from "../../kernel/operation.ts";
import { atFair } from "../../kernel/policy.ts";
import { prose } from "../../kernel/values.ts";
import { venueRefusals } from "../refusals.ts";
import { AtBooth, BoothView, DryRunQuery, EditedBooth } from "../shapes.ts";
import * as example from "./examples.ts";

const forOrganization = z.strictObject({ organizationId: OrganizationId });
const withReason = z.strictObject({ reason: prose(500) });
const { organizationId, organizationName: name } = example;

export const holdBooth = defineOperation({
  id: "holdBooth",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/booths/:boothId/hold",
  summary: "Hold a free booth for one's own verified exhibitor, for the fair's boothHoldMinutes; one hold at a time",
  policy: atFair("exhibitor"),
  params: AtBooth,
  body: forOrganization,
  result: BoothView,
  refusals: only(
    venueRefusals,
    "FAIR_NOT_PLANNED",
    "BOOTH_NOT_FOUND",
    "NOT_YOUR_EXHIBITOR",
    "EXHIBITOR_NOT_VERIFIED",
    "BOOTH_NOT_AVAILABLE",
    "BOOTH_IS_BLOCKED",
    "HOLD_LIMIT_REACHED",
  ),
  example: { params: example.atBooth, body: { organizationId }, result: example.heldBooth },
});

export const releaseBooth = defineOperation({
  id: "releaseBooth",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/booths/:boothId/release",
  summary: "Give back one's own hold or booth",
  policy: atFair("exhibitor"),
  params: AtBooth,
  result: BoothView,
  refusals: only(venueRefusals, "BOOTH_NOT_FOUND", "NOT_YOUR_BOOTH"),
  example: { params: example.atBooth, result: { ...example.exampleBooth, version: 3 } },
});

export const confirmBooth = defineOperation({
  id: "confirmBooth",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/booths/:boothId/confirm",
  summary: "Turn the hold of the named exhibitor into an assignment",
  policy: atFair("organizer", "zoneManager"),
  params: AtBooth,
  body: forOrganization,
  result: BoothView,
  refusals: only(
    venueRefusals,
    "BOOTH_NOT_FOUND",
    "BOOTH_NOT_HELD",
    "BOOTH_HELD_BY_ANOTHER",
    "HOLD_EXPIRED",
    "EXHIBITOR_NOT_VERIFIED",
  ),
  example: { params: example.atBooth, body: { organizationId }, result: example.assignedBooth },
});

export const assignBooth = defineOperation({
  id: "assignBooth",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/booths/:boothId/assign",
  summary: "Give a free booth, or one that this exhibitor holds, to an exhibitor directly",
  policy: atFair("organizer"),
  params: AtBooth,
  body: forOrganization,
  result: BoothView,
  refusals: only(venueRefusals, "BOOTH_NOT_FOUND", "BOOTH_NOT_AVAILABLE", "BOOTH_IS_BLOCKED", "EXHIBITOR_NOT_VERIFIED"),
  example: { params: example.atBooth, body: { organizationId }, result: example.assignedBooth },
});

export const releaseBoothAsOrganizer = defineOperation({
  id: "releaseBoothAsOrganizer",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/booths/:boothId/organizer-release",
  summary: "Take a hold or an assignment back with a reason; a dry run says whom it would touch",
  policy: atFair("organizer"),
  params: AtBooth,
  query: DryRunQuery,
  body: withReason,
  result: EditedBooth,
  refusals: only(venueRefusals, "BOOTH_NOT_FOUND", "BOOTH_IS_BLOCKED"),
  example: {
    params: example.atBooth,
    query: { dryRun: "true" },
    body: { reason: "The stand is moved next to the stage." },
    result: {
      applied: false,
      effects: [{ effect: "assignmentEnds", organizationId, name }],
      booth: { ...example.exampleBooth, version: 3 },
    },
  },
});

export const blockBooth = defineOperation({
  id: "blockBooth",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/booths/:boothId/block",
  summary: "Keep a booth out of use; whoever holds or has it loses it, which a dry run shows first",
  policy: atFair("organizer"),
  params: AtBooth,
  query: DryRunQuery,
  body: withReason,
  result: EditedBooth,
  refusals: only(venueRefusals, "BOOTH_NOT_FOUND"),
  example: {
    params: example.atBooth,
    query: { dryRun: "false" },
    body: { reason: "Emergency exit" },
    result: {
      applied: true,
      effects: [{ effect: "boothBlocked" }],
      booth: { ...example.exampleBooth, version: 2, status: "blocked", reason: "Emergency exit" },
    },
  },
});

export const unblockBooth = defineOperation({
  id: "unblockBooth",
  context: "venue",
  method: "post",
  path: "/fairs/:fairId/booths/:boothId/unblock",
  summary: "Put a blocked booth back into use",
  policy: atFair("organizer"),
  params: AtBooth,
  query: DryRunQuery,
  result: EditedBooth,
  refusals: only(venueRefusals, "BOOTH_NOT_FOUND"),
  example: {
    params: example.atBooth,
    query: { dryRun: "false" },
    result: { applied: true, effects: [{ effect: "boothAvailable" }], booth: { ...example.exampleBooth, version: 3 } },
  },
});
