import {
  organizationChanged,
  organizationRegistered,
  representativeAdded,
  representativeRemoved,
} from "@rialto/contracts/registry/events";
import { type Reaction, react } from "@rialto/messaging/bus";
import { type Heard, listed } from "../domain/directory.ts";
import type { DirectoryStore } from "../store/directory.ts";

const NAME = "gateway.list-organization";

export function whenOrganizationChangesListIt(directory: DirectoryStore): Reaction[] {
  const list = async (event: Heard) => {
    await directory.apply(event.subject, event, (entry) => listed(entry, event));
  };
  return [
    react(organizationRegistered, NAME, list),
    react(organizationChanged, NAME, list),
    react(representativeAdded, NAME, list),
    react(representativeRemoved, NAME, list),
  ];
}
