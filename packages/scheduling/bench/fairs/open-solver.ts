interface Loaded {
  solve: (lp: string, options: { output_flag: boolean; time_limit?: number }) => { Status: string; ObjectiveValue: number };
}

/** Not a literal, so that checking types needs neither the package, which only the bench uses, nor its types, which describe another build. */
const packageName: string = "highs";

/** HiGHS in WebAssembly, stopped after the seconds. Rejects if the package is not installed. */
export async function openSolver(lp: string, seconds?: number): Promise<{ status: string; objective: number }> {
  const { default: load }: { default: () => Promise<Loaded> } = await import(packageName);
  const limit = seconds === undefined ? {} : { time_limit: seconds };
  const solution = (await load()).solve(lp, { output_flag: false, ...limit });
  return { status: solution.Status, objective: solution.ObjectiveValue };
}
