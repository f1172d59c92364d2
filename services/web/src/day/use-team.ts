import { listMeetings } from "@rialto/contracts/matchmaking/operations";
import { useOperation } from "../data/use-operation.ts";
import { usePlace } from "../session/place.tsx";

/** The organization's meetings and requests, the newest 200. Readable without a network. */
export function useTeam({ enabled = true }: { enabled?: boolean } = {}) {
  const { fairId, organizationId } = usePlace();
  const acting = organizationId === undefined ? {} : { actingOrganizationId: organizationId };
  return useOperation(
    listMeetings,
    { params: { fairId }, query: { ...acting, scope: "organization", limit: 200 } },
    { follows: ["meeting"], keep: true, enabled: enabled && organizationId !== undefined },
  );
}
