import assert from "node:assert/strict";
import type { Meeting } from "../src/domain/meeting.ts";

/** A judge of its own: counts who sits where and when from what meetings say, without looking at their claims. */
export interface Ledger {
  /** Fails when a person or a seat would be taken twice. */
  note(before: Meeting, after: Meeting): void;
  /** Who and what is taken now. */
  taken(): ReadonlySet<string>;
}

export function seatsAndPeople(): Ledger {
  const taken = new Set<string>();
  return {
    note(before, after) {
      for (const fact of factsOf(before)) taken.delete(fact);
      for (const fact of factsOf(after)) {
        assert.ok(!taken.has(fact), `${fact} is taken twice`);
        taken.add(fact);
      }
    },
    taken: () => taken,
  };
}

/** A scheduled or held meeting takes two people and a seat for its slot, and while it is open the pair; a request its number and the pair. */
export function factsOf(meeting: Meeting): string[] {
  if (meeting.status === "none") return [];
  const pair = `pair ${[...meeting.organizationIds].sort()}`;
  if (meeting.status === "pending") return [`number ${meeting.quotaNumber} of ${meeting.requester.representativeId}`, pair];
  if (meeting.status !== "scheduled" && meeting.status !== "held") return [];
  const { requester, recipient, place, slotId } = meeting;
  const people = [requester, recipient].map(({ representativeId }) => `${representativeId} in ${slotId}`);
  return [...people, `${place.boothId} seat ${place.seat} in ${slotId}`, ...(meeting.status === "scheduled" ? [pair] : [])];
}
