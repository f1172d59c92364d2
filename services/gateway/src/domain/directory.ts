import type { EnvelopeOf } from "@rialto/contracts/kernel/event";
import type {
  organizationChanged,
  organizationRegistered,
  representativeAdded,
  representativeRemoved,
} from "@rialto/contracts/registry/events";
import type { DirectoryEntry } from "./raise.ts";

export type Heard =
  | EnvelopeOf<typeof organizationRegistered>
  | EnvelopeOf<typeof organizationChanged>
  | EnvelopeOf<typeof representativeAdded>
  | EnvelopeOf<typeof representativeRemoved>;

/** The directory's entry after an event of its organization. */
export function listed(entry: DirectoryEntry | undefined, event: Heard): DirectoryEntry {
  const { name = {}, people } = entry ?? {};
  switch (event.type) {
    case "registry.organization-registered.v1":
    case "registry.organization-changed.v1":
      return { name: event.data.profile.name, ...(people === undefined ? {} : { people }) };
    case "registry.representative-added.v1": {
      const { representativeId, accountId } = event.data;
      return { name, people: [...without(people, representativeId), { representativeId, accountId }] };
    }
    case "registry.representative-removed.v1":
      return { name, people: without(people, event.data.representativeId) };
  }
}

const without = (people: DirectoryEntry["people"] = [], representativeId: string) =>
  people.filter((person) => person.representativeId !== representativeId);
