import { isDeepStrictEqual } from "node:util";
import { derivedId } from "@rialto/contracts/kernel/ids";
import { boothsLaidOut } from "@rialto/contracts/venue/events";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import type { BoothProblem, NewBooth } from "@rialto/contracts/venue/shapes";
import type { Zone } from "./fair.ts";
import { boothsOf, type LaidOutBooth, type Layout, type LayoutEvent } from "./layout.ts";
import { liesWithin, overlaps } from "./rectangle.ts";

const MOST_BOOTHS_IN_A_HALL = 1_000;

export interface LayOutBooths {
  readonly fairId: string;
  readonly hallId: string;
  /** The zones of this hall. */
  readonly zones: readonly Zone[];
  readonly booths: readonly NewBooth[];
  readonly now: string;
}

/** A code names one booth of a fair for ever. */
export const boothIdFor = (fairId: string, code: string): string => derivedId("booth", fairId, code);

const toLaidOut = (fairId: string, booth: NewBooth): LaidOutBooth => ({ boothId: boothIdFor(fairId, booth.code), ...booth });

type Problem = Pick<BoothProblem, "problem" | "with">;

function problemOf(booth: LaidOutBooth, zones: readonly Zone[], others: readonly LaidOutBooth[]): Problem | undefined {
  const zone = zones.find(({ zoneId }) => zoneId === booth.zoneId);
  if (zone === undefined) return { problem: "zoneNotInHall" };
  if (!liesWithin(booth.outline, zone.outline)) return { problem: "outsideZone" };
  const namesake = others.find(({ code }) => code === booth.code);
  if (namesake !== undefined) return { problem: "codeTaken", with: namesake.code };
  const inTheWay = others.find(({ outline }) => overlaps(outline, booth.outline));
  return inTheWay === undefined ? undefined : { problem: "overlaps", with: inTheWay.code };
}

/** Booths that stand exactly so already are left alone: the batch was sent before. */
export function layOutBooths({ fairId, hallId, zones, booths, now }: LayOutBooths, state: Layout): LayoutEvent[] {
  const standing = boothsOf(state);
  const added: LaidOutBooth[] = [];
  const problems: BoothProblem[] = [];
  for (const [index, wanted] of booths.entries()) {
    const booth = toLaidOut(fairId, wanted);
    if (standing.some((one) => isDeepStrictEqual(one, booth))) continue;
    const problem = problemOf(booth, zones, [...standing, ...added]);
    if (problem === undefined) added.push(booth);
    else problems.push({ index, code: booth.code, ...problem });
  }
  if (problems.length > 0) throw refuseInVenue("BOOTHS_NOT_PLANNABLE", { booths: problems });
  if (added.length === 0) return [];
  if (standing.length + added.length > MOST_BOOTHS_IN_A_HALL)
    throw refuseInVenue("PLAN_IS_FULL", { limit: MOST_BOOTHS_IN_A_HALL });
  return [boothsLaidOut.draft({ fairId, hallId, booths: added, laidOutAt: now })];
}
