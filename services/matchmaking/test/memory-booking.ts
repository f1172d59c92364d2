import type { Draft } from "@rialto/contracts/kernel/event";
import { UniqueConflict } from "@rialto/persistence/errors";
import type { Stored, Written } from "@rialto/persistence/store.types";
import type { BookingDeps } from "../src/booking/booking-deps.ts";
import { pairClaim } from "../src/domain/claims.ts";
import { evolveMeeting } from "../src/domain/evolve-meeting.ts";
import type { Fair } from "../src/domain/fair.ts";
import { type Meeting, type MeetingEvent, noMeeting } from "../src/domain/meeting.ts";
import type { Organization } from "../src/domain/organization.ts";
import { type Booth, boothsInOrder } from "../src/domain/place.ts";
import type { ClaimSelection } from "../src/store/taken-claims.ts";

export interface MemoryBooking extends BookingDeps {
  readonly all: ReadonlyMap<string, Stored<Meeting>>;
  readonly claims: ReadonlyMap<string, string>;
  readonly conflicts: () => number;
}

export interface MemoryOptions {
  readonly fair: Fair;
  readonly organizations: readonly Organization[];
  readonly booths: readonly Booth[];
  /** Where another actor may step in. */
  readonly pause: () => Promise<void>;
  readonly onWritten?: (before: Meeting, after: Meeting) => void;
}

/** What a claim is found by: `person:<id>`, `quota:<id>`, `seat:<booth>`, or the whole pair. */
const familyOf = (claim: string) => (claim.startsWith("pair:") ? claim : claim.split(/[:@]/, 2).join(":"));

/** The port of the store and its claims index in memory: a conditional write with a unique index over active claims. */
export function memoryBooking({ fair, organizations, booths, pause, onWritten }: MemoryOptions): MemoryBooking {
  const all = new Map<string, Stored<Meeting>>();
  const claims = new Map<string, string>();
  const families = new Map<string, Set<string>>();
  const byId = new Map(organizations.map((organization) => [organization.organizationId, organization]));
  let conflicts = 0;

  const stored = (id: string): Stored<Meeting> => all.get(id) ?? { id, version: 0, state: noMeeting };
  const claimsOf = (state: Meeting) => ("claims" in state && state.active ? state.claims : []);

  function index(id: string, before: Meeting, after: Meeting): void {
    const taken = claimsOf(after).find((claim) => (claims.get(claim) ?? id) !== id);
    if (taken !== undefined) {
      conflicts += 1;
      throw new UniqueConflict("claims", { "state.claims": taken });
    }
    for (const claim of claimsOf(before)) families.get(familyOf(claim))?.delete(claim);
    for (const claim of claimsOf(before)) claims.delete(claim);
    for (const claim of claimsOf(after)) {
      claims.set(claim, id);
      const family = families.get(familyOf(claim)) ?? new Set();
      families.set(familyOf(claim), family.add(claim));
    }
  }

  async function update(id: string, decide: (state: Meeting) => readonly MeetingEvent[]): Promise<Written<Meeting>> {
    for (;;) {
      const { version, state } = stored(id);
      await pause();
      const drafts: readonly Draft[] = decide(state);
      const next = (drafts as readonly MeetingEvent[]).reduce(evolveMeeting, state);
      await pause();
      if (stored(id).version !== version) continue;
      if (drafts.length > 0) {
        index(id, state, next);
        all.set(id, { id, version: version + drafts.length, state: next });
        onWritten?.(state, next);
      }
      return { id, version: version + drafts.length, state: next, events: [], repeated: false };
    }
  }

  function select({ representativeIds = [], boothIds = [], pair }: ClaimSelection): ReadonlyMap<string, string> {
    const people = representativeIds.flatMap((id) => [`person:${id}`, `quota:${id}`]);
    const wanted = [...people, ...boothIds.map((id) => `seat:${id}`), ...(pair === undefined ? [] : [pairClaim(...pair)])];
    const found = wanted.flatMap((family) => [...(families.get(family) ?? [])]);
    return new Map(found.map((claim) => [claim, claims.get(claim) as string]));
  }

  return {
    all,
    claims,
    conflicts: () => conflicts,
    meetings: { load: async (id) => stored(id), update },
    async readClaims(_fairId, selection) {
      const found = select(selection);
      await pause();
      return found;
    },
    fair: async () => fair,
    organization: async (id) => byId.get(id),
    async boothsOf(hosts) {
      const ids = hosts.flatMap((host) =>
        host?.profile === undefined ? [] : [{ organizationId: host.organizationId, role: host.profile.role }],
      );
      const own = booths.filter((booth) => ids.some(({ organizationId }) => organizationId === booth.organizationId));
      return boothsInOrder(own, ids);
    },
    preferencesBetween: async () => ({ own: undefined, other: undefined }),
  };
}
