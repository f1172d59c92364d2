import { organizationRegistered } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import type { VenueDeps } from "../deps.ts";
import { NOTE_ORGANIZATION } from "./note-organization.ts";

export const whenOrganizationRegisteredNoteIt = ({ organizations }: Pick<VenueDeps, "organizations">) =>
  react(organizationRegistered, NOTE_ORGANIZATION, async (envelope) => {
    const { organizationId, fairId, profile } = envelope.data;
    const noted = { fairId, role: profile.role, name: profile.name, status: "registered" } as const;
    await organizations.apply(organizationId, envelope, () => noted);
  });
