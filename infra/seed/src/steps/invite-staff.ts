import { grantRole } from "@rialto/contracts/registry/operations/roles";
import { EXAMPLE } from "../content/names.ts";
import type { Caller, Entrance } from "../people.ts";
import { heardOf } from "../until.ts";

export const staff = {
  organizer: { email: "organizer@demo.rialto.example", name: { en: "Organizer", zh: "组织者" } },
  zoneManager: { email: "zones@demo.rialto.example", name: { en: "Zone manager", zh: "展区经理" } },
  ceremonyHost: { email: "host@demo.rialto.example", name: { en: "Ceremony host", zh: "仪式主持" } },
} as const;

/** The person who has this role at the fair, signed in. */
export async function inviteStaff(
  entrance: Entrance,
  operator: Caller,
  fairId: string,
  role: keyof typeof staff,
): Promise<Caller> {
  const { email, name } = staff[role];
  const body = { email, role, language: "zh" as const, name: { en: `${name.en} ${EXAMPLE.en}`, zh: `${name.zh}${EXAMPLE.zh}` } };
  const { invitation } = await heardOf(["FAIR_NOT_FOUND"], () =>
    operator.client.call(grantRole, { params: { fairId }, idempotencyKey: `seed-${role}`, body }),
  );
  return entrance.accept(invitation, email);
}
