import { z } from "zod";
import { AccountId, FairId } from "../../kernel/ids.ts";
import { defineOperation, only, PageQuery, pageOf } from "../../kernel/operation.ts";
import { atFair, signedIn } from "../../kernel/policy.ts";
import { Instant, LocalizedName } from "../../kernel/values.ts";
import { registryRefusals } from "../refusals.ts";
import { AtFair, Email, Invitation, UiLanguage } from "../shapes.ts";
import * as example from "./examples.ts";

/** Roles of the people who run the fair; the others come with an organization. */
export const StaffRole = z.enum(["organizer", "zoneManager", "ceremonyHost"]).meta({ title: "StaffRole" });

export const grantRole = defineOperation({
  id: "grantRole",
  context: "registry",
  method: "post",
  path: "/fairs/:fairId/roles",
  summary:
    "Give a person a role at the fair: the operator any, an organizer zoneManager and ceremonyHost. Somebody new gets an invitation",
  policy: signedIn,
  params: AtFair,
  body: z.strictObject({ email: Email, name: LocalizedName, language: UiLanguage, role: StaffRole }),
  result: z.object({ accountId: AccountId, role: StaffRole, invitation: Invitation.optional() }),
  status: 201,
  refusals: only(registryRefusals, "FAIR_NOT_FOUND", "ROLE_NOT_YOURS_TO_GIVE", "ROLE_LIMIT_REACHED"),
  example: {
    params: example.atFair,
    body: { email: "host@fair.example", name: { en: "Mei Host (example)" }, language: "en", role: "ceremonyHost" },
    result: { accountId: example.accountId, role: "ceremonyHost", invitation: example.exampleInvitation },
  },
});

export const revokeRole = defineOperation({
  id: "revokeRole",
  context: "registry",
  method: "delete",
  path: "/fairs/:fairId/roles/:accountId/:role",
  summary: "Take a role from a person; their sessions end",
  policy: signedIn,
  params: z.object({ fairId: FairId, accountId: AccountId, role: StaffRole }),
  result: z.object({ accountId: AccountId, role: StaffRole }),
  refusals: only(registryRefusals, "FAIR_NOT_FOUND", "ACCOUNT_NOT_FOUND", "ROLE_NOT_YOURS_TO_GIVE"),
  example: {
    params: { fairId: example.fairId, accountId: example.accountId, role: "ceremonyHost" },
    result: { accountId: example.accountId, role: "ceremonyHost" },
  },
});

export const listRoles = defineOperation({
  id: "listRoles",
  context: "registry",
  method: "get",
  path: "/fairs/:fairId/roles",
  summary: "The people who run the fair, by role",
  policy: atFair("organizer"),
  params: AtFair,
  query: z.strictObject(PageQuery.shape),
  result: pageOf(
    z.object({
      accountId: AccountId,
      name: LocalizedName,
      /** No password chosen yet. */
      invited: z.boolean(),
      roles: z.array(z.object({ role: StaffRole, grantedAt: Instant })).max(64),
    }),
  ),
  example: {
    params: example.atFair,
    result: {
      items: [
        {
          accountId: example.accountId,
          name: { en: "Mei Host (example)" },
          invited: true,
          roles: [{ role: "ceremonyHost", grantedAt: "2026-08-01T02:00:00.000Z" }],
        },
      ],
    },
  },
});
