import { organizationChanged, organizationRegistered, representativeAdded } from "@rialto/contracts/registry/events";
import { type Reaction, react } from "@rialto/messaging/bus";
import type { CeremoniesDeps } from "../deps.ts";
import { namesAfter } from "../domain/people.ts";

const NAME = "ceremonies.note-names";

export function whenPeopleAreNamedNoteThem({ people }: CeremoniesDeps): Reaction[] {
  const note = async (event: Parameters<typeof namesAfter>[1]) => {
    await people.names.apply(event.data.organizationId, event, (names) => namesAfter(names, event));
  };
  return [
    react(organizationRegistered, NAME, note),
    react(organizationChanged, NAME, note),
    react(representativeAdded, NAME, note),
  ];
}
