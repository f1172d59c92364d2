import type { Party } from "@rialto/contracts/ceremonies/values";
import type { EnvelopeOf } from "@rialto/contracts/kernel/event";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import type { meetingHeld } from "@rialto/contracts/matchmaking/events";
import type { organizationChanged, organizationRegistered, representativeAdded } from "@rialto/contracts/registry/events";
import type { HeldMeeting } from "./draft-agreement.ts";

/** Names of an organization and of its people, as the agreements write them. */
export interface Names {
  readonly name: LocalizedName;
  readonly people: Readonly<Record<string, LocalizedName>>;
}

type Heard =
  | EnvelopeOf<typeof organizationRegistered>
  | EnvelopeOf<typeof organizationChanged>
  | EnvelopeOf<typeof representativeAdded>;

export function namesAfter(names: Names | undefined, event: Heard): Names {
  const { name, people } = names ?? { name: {}, people: {} };
  switch (event.type) {
    case "registry.organization-registered.v1":
    case "registry.organization-changed.v1":
      return { name: event.data.profile.name, people };
    case "registry.representative-added.v1":
      return { name, people: { ...people, [event.data.representativeId]: event.data.profile.name } };
  }
}

export interface Met {
  readonly meetingId: string;
  readonly fairId: string;
  readonly sides: readonly { readonly organizationId: string; readonly representativeId: string }[];
}

export const metAt = ({ data }: EnvelopeOf<typeof meetingHeld>): Met => ({
  meetingId: data.meetingId,
  fairId: data.fairId,
  sides: [data.requester, data.recipient],
});

/** The parties of a held meeting by name; undefined while somebody's name has not been heard of. */
export function heldMeeting(met: Met | undefined, names: ReadonlyMap<string, Names>): HeldMeeting | undefined {
  if (met === undefined) return undefined;
  const parties = met.sides.map((side) => partyOf(side, names.get(side.organizationId)));
  const known = parties.filter((party) => party !== undefined);
  return known.length === parties.length ? { meetingId: met.meetingId, fairId: met.fairId, parties: known } : undefined;
}

function partyOf({ organizationId, representativeId }: Met["sides"][number], names: Names | undefined): Party | undefined {
  const signatoryName = names?.people[representativeId];
  if (names === undefined || signatoryName === undefined) return undefined;
  return { organizationId, name: names.name, signatoryId: representativeId, signatoryName };
}
