import { organizationChanged } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import type { VenueDeps } from "../deps.ts";
import { NOTE_ORGANIZATION } from "./note-organization.ts";

export const whenOrganizationChangedNoteIt = ({ organizations }: Pick<VenueDeps, "organizations">) =>
  react(organizationChanged, NOTE_ORGANIZATION, async (envelope) => {
    const { organizationId, profile } = envelope.data;
    await organizations.apply(organizationId, envelope, (row) => row && { ...row, role: profile.role, name: profile.name });
  });
