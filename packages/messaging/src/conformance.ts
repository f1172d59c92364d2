import { describe } from "vitest";
import { crashConformance } from "./conformance/crashes.ts";
import { fateConformance } from "./conformance/fates.ts";
import { flowConformance } from "./conformance/flow.ts";
import { parkingConformance } from "./conformance/parking.ts";
import { tailConformance } from "./conformance/tails.ts";
import type { BusWorld } from "./conformance/world.ts";

export type { BusProcess, BusWorld } from "./conformance/world.ts";

/** What every implementation of `Bus` promises, as tests. Each of them gets a world of its own. */
export function busConformance(name: string, makeWorld: () => Promise<BusWorld>): void {
  describe(`${name} as a bus`, () => {
    flowConformance(makeWorld);
    fateConformance(makeWorld);
    parkingConformance(makeWorld);
    crashConformance(makeWorld);
    tailConformance(makeWorld);
  });
}
