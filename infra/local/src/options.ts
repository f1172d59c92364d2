import { parseArgs } from "node:util";
import { Problem } from "./problem.ts";

export type Options = { fresh: boolean; scale: number; seed: boolean; help: boolean; stateDir: string | undefined };

export const usage = `npm start -- [options]
  --fresh          forget the data of earlier starts
  --scale <n>      seed a fair n times as large as the reference fair (1 to 20)
  --no-seed        start an empty system
  --state <folder> keep data and logs there instead of in .rialto
  --help           show this`;

const LARGEST_SCALE = 20;

const parse = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        fresh: { type: "boolean", default: false },
        scale: { type: "string", default: "1" },
        "no-seed": { type: "boolean", default: false },
        state: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    throw new Problem("OPTION_UNKNOWN", `${error instanceof Error ? error.message : error}\n${usage}`);
  }
};

/** What the person asked for on the command line. Throws a Problem that says what is possible. */
export function readOptions(args: string[]): Options {
  const values = parse(args);
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 1 || scale > LARGEST_SCALE) {
    throw new Problem("SCALE_INVALID", `--scale takes a whole number from 1 to ${LARGEST_SCALE}, not "${values.scale}".`);
  }
  return { fresh: values.fresh, scale, seed: !values["no-seed"], help: values.help, stateDir: values.state };
}
