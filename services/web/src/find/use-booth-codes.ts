import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { useMemo } from "react";
import { useOperation } from "../data/use-operation.ts";
import { usePlace } from "../session/place.tsx";

/** Where each organization stands; of several booths the first. */
export function useBoothCodes(): ReadonlyMap<string, string> {
  const { fairId } = usePlace();
  const plan = useOperation(listBooths, { params: { fairId } }, { follows: ["booth"], keep: true });
  return useMemo(() => {
    const codes = new Map<string, string>();
    for (const { booths } of plan.data?.zones ?? [])
      for (const { organizationId, status, code } of booths)
        if (organizationId !== undefined && status === "assigned" && !codes.has(organizationId)) codes.set(organizationId, code);
    return codes;
  }, [plan.data]);
}
