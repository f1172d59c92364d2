import { organizationVerified } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import type { VenueDeps } from "../deps.ts";
import { NOTE_ORGANIZATION } from "./note-organization.ts";

export const whenOrganizationVerifiedNoteIt = ({ organizations }: Pick<VenueDeps, "organizations">) =>
  react(organizationVerified, NOTE_ORGANIZATION, async (envelope) => {
    const { organizationId } = envelope.data;
    await organizations.apply(organizationId, envelope, (row) => row && { ...row, status: "verified" });
  });
