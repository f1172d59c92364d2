import type { ReactNode } from "react";
import { Address, Photograph } from "./Address.tsx";
import { Between, Over, Planned, Still, Welcome } from "./Between.tsx";
import { Plaque } from "./Plaque.tsx";
import { Signed, Signing } from "./Signing.tsx";
import { momentOf } from "./scene.ts";
import type { OnScreen } from "./use-stage.ts";

/** The picture for this moment. */
export function Picture({ fair, stage, state }: OnScreen): ReactNode {
  if (state !== "shown") return <Still of={state === "missing" ? "missing" : "connecting"} />;
  if (stage === undefined) return fair === undefined ? <Still of="noneToday" /> : <Welcome fair={fair} />;
  const moment = momentOf(stage);
  if (moment === "planned") return <Planned stage={stage} timeZone={fair?.timeZone} />;
  if (moment === "completed" || moment === "ended") return <Over stage={stage} isCompleted={moment === "completed"} />;
  if (stage.now === undefined) return <Between stage={stage} isOpening={moment === "opening"} />;
  switch (stage.now.kind) {
    case "speech":
      return <Address item={stage.now} />;
    case "photo":
      return <Photograph item={stage.now} isTaken={moment === "photoTaken"} />;
    case "plaqueConferral":
      return <Plaque item={stage.now} isConferred={moment === "conferred"} />;
    case "signing":
      return moment === "signed" ? <Signed item={stage.now} /> : <Signing item={stage.now} isExchange={moment === "exchange"} />;
  }
}
