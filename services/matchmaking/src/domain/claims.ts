/**
 * What an open request or a booked meeting takes, as strings under one unique index: no two active meetings of a fair may
 * hold the same one. See architecture.md, "never twice at the same time".
 */

export const personClaim = (representativeId: string, slotId: string): string => `person:${representativeId}@${slotId}`;

export const seatClaim = (boothId: string, seat: number, slotId: string): string => `seat:${boothId}:${seat}@${slotId}`;

/** The claims of every seat of a booth, in any slot; anchored, so that an index serves it. */
export const seatClaimsOf = (boothId: string): RegExp => new RegExp(`^seat:${boothId}:`);

/** One of a representative's numbered open requests. */
export const quotaClaim = (representativeId: string, number: number): string => `quota:${representativeId}:${number}`;

/** Two organizations have one open matter at a time, whoever asked. */
export const pairClaim = (one: string, other: string): string => `pair:${[one, other].sort().join(":")}`;

/** Claims that are taken now, and by which meeting. */
export type TakenClaims = ReadonlyMap<string, string>;

export const noClaims: TakenClaims = new Map();

/** Without those that a meeting itself holds: it does not stand in its own way. */
export const withoutOwn = (taken: TakenClaims, meetingId: string): TakenClaims =>
  new Map([...taken].filter(([, holder]) => holder !== meetingId));

/** The slots in which a person is booked. */
export function busySlotIds(taken: TakenClaims, representativeId: string): string[] {
  const prefix = personClaim(representativeId, "");
  return [...taken.keys()].filter((claim) => claim.startsWith(prefix)).map((claim) => claim.slice(prefix.length));
}

/** The lowest number of an open request that is free, or undefined when all up to the limit are taken. */
export function freeQuotaNumber(taken: TakenClaims, representativeId: string, limit: number): number | undefined {
  for (let number = 1; number <= limit; number += 1) {
    if (!taken.has(quotaClaim(representativeId, number))) return number;
  }
  return undefined;
}
