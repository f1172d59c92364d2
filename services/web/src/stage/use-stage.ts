import { ProblemError } from "@rialto/client/problem-error";
import { getStage, listCeremonies } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { CeremonyId, FairId } from "@rialto/contracts/kernel/ids";
import { getFair, listFairs } from "@rialto/contracts/venue/operations/fairs";
import { useEffect, useState } from "react";
import { useOperation } from "../data/use-operation.ts";
import { useRooms } from "../live/use-rooms.ts";
import type { Fair } from "../session/place.tsx";
import { ceremonyToShow } from "./choose.ts";
import type { Stage } from "./scene.ts";
import { useSteady } from "./use-steady.ts";

/** The last picture of a ceremony stays so long before the next one is announced. */
const AFTERGLOW_MS = 120_000;

const isNobody = (error: Error | null): boolean =>
  error instanceof ProblemError && (error.status === 404 || error.status === 422);

/** The fair of the address, or the one that starts last. */
function useFair(inAddress: string | undefined) {
  const newest = useOperation(listFairs, { query: { limit: 1 } }, { keep: true, enabled: inAddress === undefined });
  const fairId = inAddress ?? newest.data?.items[0]?.fairId;
  const fair = useOperation(
    getFair,
    { params: { fairId: fairId ?? "" } },
    { keep: true, enabled: fairId !== undefined, follows: ["fair"] },
  );
  useSteady(newest, inAddress === undefined);
  useSteady(fair, fairId !== undefined);
  return { fairId, fair: fair.data, isMissing: isNobody(fair.error) || newest.data?.items.length === 0 };
}

/** The ceremony of the address, or whichever the fair has on stage. */
function useChosen(fairId: string | undefined, inAddress: string | undefined) {
  const isOpen = fairId !== undefined && inAddress === undefined;
  const [followed, follow] = useState<string>();
  const list = useOperation(
    listCeremonies,
    { params: { fairId: fairId ?? "" } },
    { keep: true, enabled: isOpen, follows: ["ceremony"] },
  );
  useSteady(list, isOpen);
  const chosen = ceremonyToShow(list.data?.items ?? [], followed);
  const [id, status] = [chosen?.ceremonyId, chosen?.status];
  useEffect(() => {
    if (status === "onStage") return follow(id);
    if (id === undefined || status === "planned") return;
    const timer = setTimeout(() => follow(undefined), AFTERGLOW_MS);
    return () => clearTimeout(timer);
  }, [id, status]);
  return { ceremonyId: inAddress ?? id, isKnown: inAddress !== undefined || list.data !== undefined };
}

export interface OnScreen {
  readonly fair: Fair | undefined;
  readonly stage: Stage | undefined;
  readonly state: "waiting" | "missing" | "shown";
}

const isWellFormed = (id: string | undefined, kind: typeof FairId | typeof CeremonyId): boolean =>
  id === undefined || kind.safeParse(id).success;

/** Everything the screen shows, followed live; without a network it is what was known last, after a reload too. */
export function useStage(fairInAddress: string | undefined, ceremonyInAddress: string | undefined): OnScreen {
  const isAddress = isWellFormed(fairInAddress, FairId) && isWellFormed(ceremonyInAddress, CeremonyId);
  const { fairId, fair, isMissing } = useFair(isAddress ? fairInAddress : undefined);
  const { ceremonyId, isKnown } = useChosen(fairId, isAddress ? ceremonyInAddress : undefined);
  const isChosen = fairId !== undefined && ceremonyId !== undefined;
  useRooms(
    fairId === undefined ? undefined : { kind: "stage", fairId },
    isChosen ? { kind: "ceremony", fairId, ceremonyId } : undefined,
  );
  const stage = useOperation(
    getStage,
    { params: { fairId: fairId ?? "", ceremonyId: ceremonyId ?? "" } },
    { keep: true, smooth: true, enabled: isChosen, follows: ["ceremony"] },
  );
  useSteady(stage, isChosen);
  if (!isAddress || isMissing || isNobody(stage.error)) return { fair, stage: undefined, state: "missing" };
  const isReady = fair !== undefined && isKnown && (ceremonyId === undefined || stage.data !== undefined);
  return { fair, stage: ceremonyId === undefined ? undefined : stage.data, state: isReady ? "shown" : "waiting" };
}
