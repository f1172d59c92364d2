import type { MeetingPlace } from "@rialto/contracts/matchmaking/events";
import type { OrganizationProfile } from "@rialto/contracts/registry/events";
import { seatClaim, type TakenClaims } from "./claims.ts";

/** A booth assigned to an organization: a meeting location with room for `capacity` meetings at a time. */
export interface Booth {
  readonly boothId: string;
  readonly fairId: string;
  readonly organizationId: string;
  readonly hallId: string;
  readonly zoneId: string;
  readonly code: string;
  readonly capacity: number;
}

type OrganizationRole = OrganizationProfile["role"];

const hostOrder: readonly OrganizationRole[] = ["exhibitor", "partner", "buyer"];

interface Host {
  readonly organizationId: string;
  readonly role: OrganizationRole;
}

/** Booths in which the two can meet, in the order of choice: the exhibitor's first, then by what is written on them. */
export function boothsInOrder(booths: readonly Booth[], hosts: readonly Host[]): Booth[] {
  const rank = new Map(hosts.map(({ organizationId, role }) => [organizationId, hostOrder.indexOf(role)]));
  const rankOf = (booth: Booth) => rank.get(booth.organizationId) ?? hostOrder.length;
  return [...booths].sort((a, b) => rankOf(a) - rankOf(b) || (a.code < b.code ? -1 : 1));
}

/** The first free seat in the slot, or undefined when every seat is taken. */
export function freeSeat(booths: readonly Booth[], taken: TakenClaims, slotId: string): MeetingPlace | undefined {
  for (const { boothId, code, zoneId, capacity } of booths) {
    for (let seat = 1; seat <= capacity; seat += 1) {
      if (!taken.has(seatClaim(boothId, seat, slotId))) return { kind: "booth", boothId, code, zoneId, seat };
    }
  }
  return undefined;
}
