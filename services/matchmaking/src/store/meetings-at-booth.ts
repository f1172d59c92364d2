import { seatClaimsOf } from "../domain/claims.ts";
import { claimsIndex, type Meetings } from "./meetings.ts";

/** Ids of an exhibitor's scheduled meetings at a booth; at most as many as the booth has seats and the fair slots. */
export async function meetingsAtBooth(
  { model }: Meetings,
  fairId: string,
  boothId: string,
  organizationId: string,
): Promise<string[]> {
  const found = await model
    .find(
      {
        "state.fairId": fairId,
        "state.active": true,
        "state.claims": seatClaimsOf(boothId),
        "state.status": "scheduled",
        "state.organizationIds": organizationId,
      },
      { _id: 1 },
    )
    .hint(claimsIndex.name)
    .lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}
