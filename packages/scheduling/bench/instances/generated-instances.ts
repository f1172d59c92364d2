import { generateBrokerage, shapes } from "../generate-brokerage.ts";
import type { NamedInstance } from "./instance-files.ts";
import { writeDzn } from "./write-dzn.ts";

/** One generated event of every shape. */
export const generatedInstances = (seed: number): NamedInstance[] =>
  Object.entries(shapes).map(([name, shape]) => ({
    name: `generated: ${name}, seed ${seed}`,
    text: writeDzn(generateBrokerage(shape, seed)),
  }));
