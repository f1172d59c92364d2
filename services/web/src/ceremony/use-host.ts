import { ProblemError } from "@rialto/client/problem-error";
import { getCeremony } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { newId } from "@rialto/contracts/kernel/ids";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useOperation } from "../data/use-operation.ts";
import { useSayProblem } from "../data/use-say-problem.tsx";
import { follower } from "../live/follower.ts";
import { useRooms } from "../live/use-rooms.ts";
import { usePlace } from "../session/place.tsx";
import { useSteady } from "../stage/use-steady.ts";
import { type Happened, happenedBetween } from "./happened.ts";
import type { Ceremony } from "./show.ts";
import { takeStep } from "./take-step.ts";

/** A finger that was on its way when the screen changed does not press what came under it. */
export const SETTLE_MS = 700;

/** What the host should know beside the state itself. */
export type Notice = { readonly kind: "other"; readonly happened: Happened } | { readonly kind: "unsure" };

/** The ceremony as it stands, followed live. */
export function useCeremony(ceremonyId: string) {
  const { fairId } = usePlace();
  useRooms({ kind: "ceremony", fairId, ceremonyId });
  const read = useOperation(getCeremony, { params: { fairId, ceremonyId } }, { follows: ["ceremony"], keep: true });
  useSteady(read, true);
  return read;
}

/** Puts an answer on the screen at once, without fetching it again. */
export function useShowAtOnce() {
  const client = useQueryClient();
  return (ceremony: Ceremony) => {
    const { fairId, ceremonyId } = ceremony;
    client.setQueryData<Ceremony>([getCeremony.id, { params: { fairId, ceremonyId } }], (shown) =>
      shown !== undefined && shown.moves > ceremony.moves ? shown : ceremony,
    );
  };
}

/** True once the screen has stood still long enough to be pressed. */
function useSettled(moves: number): boolean {
  const [settled, settle] = useState(moves);
  useEffect(() => {
    if (settled === moves) return;
    const timer = setTimeout(() => settle(moves), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [settled, moves]);
  return settled === moves;
}

/** Notices steps that were not taken here. */
function useOthers(ceremony: Ceremony, mine: ReadonlySet<number>, isBusy: boolean, tell: (happened: Happened) => void) {
  const seen = useRef(ceremony);
  useEffect(() => {
    if (isBusy) return;
    const happened = happenedBetween(seen.current, ceremony);
    seen.current = ceremony;
    if (happened !== undefined && !mine.has(ceremony.moves)) tell(happened);
  }, [ceremony, isBusy, mine, tell]);
}

export interface Host {
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly notice: Notice | undefined;
  readonly press: () => void;
  /** A step taken beside the button: a skip, an early end. */
  readonly took: (ceremony: Ceremony) => void;
}

/** The one button: what is due, once, by whoever is first. */
export function useHost(ceremony: Ceremony): Host {
  const showAtOnce = useShowAtOnce();
  const say = useSayProblem();
  const [mine] = useState(() => new Set<number>());
  const [notice, setNotice] = useState<Notice>();
  const isSettled = useSettled(ceremony.moves);
  const isUnderWay = useRef(false);
  const took = (next: Ceremony) => {
    mine.add(next.moves);
    setNotice(undefined);
    showAtOnce(next);
  };
  const step = useMutation({
    mutationFn: (seen: Ceremony) => takeStep(seen, newId()),
    onSuccess: took,
    onError: (error) => {
      // What the other host did is told when the state arrives, which is asked for at once.
      if (error instanceof ProblemError && error.code === "CEREMONY_MOVED_ON") return;
      if (error instanceof ProblemError) say(error);
      else setNotice({ kind: "unsure" });
    },
    onSettled: () => {
      isUnderWay.current = false;
      follower.changed("ceremony");
    },
  });
  useOthers(ceremony, mine, step.isPending, tellOther);
  function tellOther(happened: Happened) {
    // A step whose answer was lost and that has taken effect after all was one's own.
    const isOwn = notice?.kind === "unsure" && happened.what === step.variables?.nextStep.step;
    setNotice(isOwn ? undefined : { kind: "other", happened });
  }
  const isReady = isSettled && !step.isPending;
  const press = () => {
    if (!isReady || isUnderWay.current) return;
    isUnderWay.current = true;
    step.mutate(ceremony);
  };
  return { isReady, isBusy: step.isPending, notice, press, took };
}
