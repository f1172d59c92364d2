import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (options: { type: "major"; execution: "sync"; flavor: "last-resort" }) => void;

/**
 * Gives back what only the start needed: sources, one-time code, parsed modules. V8 by itself would not look before the
 * heap grows, which in an idle service is never. Measured: 10 to 12 MB of 130, once, in 60 ms.
 */
export function releaseStartupMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof collect === "function") (collect as Collect)({ type: "major", execution: "sync", flavor: "last-resort" });
}
