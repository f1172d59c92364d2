import type { Room } from "@rialto/contracts/gateway/realtime";
import { newId } from "@rialto/contracts/kernel/ids";
import type { FairRole } from "@rialto/contracts/kernel/values";
import { describe, expect, test } from "vitest";
import { mayWatch } from "./may-watch.ts";

const [fairId, organizationId] = [newId(), newId()];
const person = (role: FairRole, at = fairId) => ({
  accountId: newId(),
  operator: false,
  grants: [{ fairId: at, role, ...(["exhibitor", "buyer", "partner"].includes(role) ? { organizationId } : {}) }],
});

const rooms = {
  floor: { kind: "floor", fairId },
  fair: { kind: "fair", fairId },
  own: { kind: "organization", fairId, organizationId },
  foreign: { kind: "organization", fairId, organizationId: newId() },
  ceremony: { kind: "ceremony", fairId, ceremonyId: newId() },
  stage: { kind: "stage", fairId },
} as const satisfies Record<string, Room>;

const open = ["ceremony", "stage"];

describe("who may watch what", () => {
  test.each([
    ["nobody", undefined, open],
    ["buyer", person("buyer"), ["floor", "own", ...open]],
    ["exhibitor", person("exhibitor"), ["floor", "own", ...open]],
    ["host", person("ceremonyHost"), ["floor", ...open]],
    ["zone manager", person("zoneManager"), ["floor", "fair", "own", "foreign", ...open]],
    ["organizer", person("organizer"), ["floor", "fair", "own", "foreign", ...open]],
    ["organizer of another fair", person("organizer", newId()), open],
  ])("%s", (_who, principal, allowed) => {
    const watchable = Object.entries(rooms).filter(([, room]) => mayWatch(room, principal));
    expect(watchable.map(([name]) => name)).toEqual(allowed);
  });
});
