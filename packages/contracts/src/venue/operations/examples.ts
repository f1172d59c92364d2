import { boothHeld, boothPlanned, fairPlanned, hallAdded, zoneAdded } from "../events.ts";

export const fair = fairPlanned.example;
export const { fairId } = fair;
export const hall = hallAdded.example;
export const { hallId } = hall;
export const zone = zoneAdded.example;
export const { zoneId } = zone;
export const booth = boothPlanned.example;
export const { boothId } = booth;
export const { organizationId, holdExpiresAt } = boothHeld.example;

export const atFair = { fairId };
export const atBooth = { fairId, boothId };
export const organizationName = { en: "Lanhai Denim Works (example)", zh: "蓝海牛仔（示例）" };

export const exampleFair = {
  fairId,
  version: 1,
  name: fair.name,
  place: fair.place,
  timeZone: fair.timeZone,
  rules: fair.rules,
  slots: fair.slots,
  halls: [],
  zones: [],
};

export const newBooth = {
  zoneId,
  code: booth.code,
  kind: booth.kind,
  outline: booth.outline,
  meetingCapacity: booth.meetingCapacity,
};

export const exampleBooth = { boothId, fairId, hallId, ...newBooth, version: 1, status: "available" as const };
export const heldBooth = {
  ...exampleBooth,
  version: 2,
  status: "held" as const,
  organizationId,
  name: organizationName,
  holdExpiresAt,
};
const { holdExpiresAt: _, ...heldWithoutEnd } = heldBooth;
export const assignedBooth = { ...heldWithoutEnd, version: 3, status: "assigned" as const };
