import { dayOf } from "@rialto/contracts/matchmaking/operations";
import { useOperation } from "../data/use-operation.ts";
import { usePlace } from "../session/place.tsx";

/** All days of the person: the fair's slots with meetings and open requests. Readable without a network. */
export function useDay() {
  const { fairId, organizationId } = usePlace();
  return useOperation(
    dayOf,
    { params: { fairId }, query: organizationId === undefined ? {} : { actingOrganizationId: organizationId } },
    { follows: ["meeting", "fair"], keep: true },
  );
}
