import type { CeremonyItem } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";

export type Listed = z.output<typeof CeremonyItem>;

/**
 * Which ceremony a screen shows that is set up for the whole fair: the one on stage; else the one it has been showing,
 * for the last picture of it; else the next one that is planned.
 */
export function ceremonyToShow(all: readonly Listed[], followed: string | undefined): Listed | undefined {
  return (
    all.find(({ status, ceremonyId }) => status === "onStage" && ceremonyId === followed) ??
    all.find(({ status }) => status === "onStage") ??
    all.find(({ ceremonyId }) => ceremonyId === followed) ??
    all.find(({ status }) => status === "planned")
  );
}
