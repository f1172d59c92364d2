import type { Problem } from "./problem.ts";

/** What ids stand for: positions in the problem's lists, members of parties, and where organizations meet. */
export interface ProblemIndex {
  slots: Map<string, number>;
  participants: Map<string, number>;
  locations: Map<string, number>;
  meetings: Map<string, number>;
  /** People who may come for a party: the participant, or the organization's representatives. */
  members: Map<string, number[]>;
  booths: Map<string, Int32Array>;
  /** Locations nobody owns. */
  shared: Int32Array;
  /** Exclusions both ways, as `a\nb`. */
  excludedPairs: Set<string>;
  /** Groups of representatives by party. */
  groups: Map<string, number>;
}

export const indexOf = (list: readonly { id: string }[]): Map<string, number> => new Map(list.map(({ id }, i) => [id, i]));

export function indexProblem(problem: Problem): ProblemIndex {
  return {
    slots: indexOf(problem.slots),
    participants: indexOf(problem.participants),
    locations: indexOf(problem.locations),
    meetings: indexOf(problem.meetings),
    members: indexMembers(problem),
    ...indexLocations(problem),
    excludedPairs: new Set(problem.exclusions.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`])),
    groups: new Map(),
  };
}

function indexMembers(problem: Problem): Map<string, number[]> {
  const members = new Map<string, number[]>();
  problem.participants.forEach(({ id, organizationId }, p) => {
    members.set(id, [p]);
    if (organizationId === undefined) return;
    const colleagues = members.get(organizationId);
    if (colleagues) colleagues.push(p);
    else members.set(organizationId, [p]);
  });
  return members;
}

function indexLocations(problem: Problem): Pick<ProblemIndex, "booths" | "shared"> {
  const owned = new Map<string, number[]>();
  const shared: number[] = [];
  problem.locations.forEach(({ organizationId }, l) => {
    if (organizationId === undefined) shared.push(l);
    else owned.set(organizationId, [...(owned.get(organizationId) ?? []), l]);
  });
  return { booths: new Map([...owned].map(([id, list]) => [id, Int32Array.from(list)])), shared: Int32Array.from(shared) };
}

/** The organization a party belongs to or is. */
export function organizationOf(problem: Problem, index: ProblemIndex, party: string): string {
  const person = index.participants.get(party);
  return person === undefined ? party : (problem.participants[person]!.organizationId ?? party);
}
