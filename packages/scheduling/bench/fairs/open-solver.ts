import * as highs from "highs";

interface Solution {
  status: string;
  objective: number;
}

interface Loaded {
  solve: (lp: string, options: { output_flag: boolean; time_limit?: number }) => { Status: string; ObjectiveValue: number };
}

/** HiGHS in WebAssembly. Its types describe the CommonJS build, where the loader is not the default export of the module. */
export async function openSolver(lp: string, seconds?: number): Promise<Solution> {
  const load = highs.default as unknown as () => Promise<Loaded>;
  const limit = seconds === undefined ? {} : { time_limit: seconds };
  const solution = (await load()).solve(lp, { output_flag: false, ...limit });
  return { status: solution.Status, objective: solution.ObjectiveValue };
}
