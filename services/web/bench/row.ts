import type { Browser } from "playwright-core";
import type { FairOfTests } from "../test/support/whole-fair.ts";

/** What every row measures at: a real browser at a real fair that runs already. */
export interface Scene {
  readonly browser: Browser;
  readonly fair: FairOfTests;
}

export interface Figure {
  readonly what: string;
  readonly must: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** One group of figures. It prints nothing itself. */
export type Row = (scene: Scene) => Promise<readonly Figure[]>;
