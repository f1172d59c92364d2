import { pairClaim, seatClaimsOf, type TakenClaims } from "../domain/claims.ts";
import { claimsIndex, type Meetings } from "./meetings.ts";

/** Whose claims matter: people (bookings and numbered requests), booths, a pair of organizations. */
export interface ClaimSelection {
  readonly representativeIds?: readonly string[];
  readonly boothIds?: readonly string[];
  readonly pair?: readonly [string, string];
}

/** Reads which claims are taken now. What it answers may be old when it is used: the index has the last word. */
export type ReadClaims = (fairId: string, selection: ClaimSelection) => Promise<TakenClaims>;

/** Ranges of the claims index, so that only the meetings concerned are read. Ids come from our own documents, never from input. */
const rangesOf = ({ representativeIds = [], boothIds = [], pair }: ClaimSelection): (RegExp | string)[] => [
  ...representativeIds.flatMap((id) => [new RegExp(`^person:${id}@`), new RegExp(`^quota:${id}:`)]),
  ...boothIds.map(seatClaimsOf),
  ...(pair === undefined ? [] : [pairClaim(...pair)]),
];

export const createReadClaims =
  ({ model }: Meetings): ReadClaims =>
  async (fairId, selection) => {
    const holders = await model
      .find({ "state.fairId": fairId, "state.active": true, "state.claims": { $in: rangesOf(selection) } }, { "state.claims": 1 })
      .hint(claimsIndex.name)
      .lean<{ _id: string; state: { claims: string[] } }[]>();
    return new Map(holders.flatMap(({ _id, state }) => state.claims.map((claim) => [claim, _id])));
  };
