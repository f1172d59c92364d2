import { generatedInstances } from "../instances/generated-instances.ts";
import { instanceFiles, type NamedInstance } from "../instances/instance-files.ts";
import type { InstanceRequest } from "../instances/instance-process.ts";
import type { InstanceRun } from "../instances/run-instance.ts";
import type { BenchOptions } from "../options.ts";
import { heading, spread, table } from "../report.ts";
import { runAlone } from "../run-alone.ts";
import { verifyInstance } from "../verify/verify-instance.ts";

const target = "value and proof within 3 s and 6 s (easy), 10 s and 40 s (hard), 60 s (variants and infeasible ones); 500 MB";
const columns = ["instance", "status", "value", "bound", "to value: s (cpu)", "to proof: s (cpu)", "MB", "checked"];

/** Every file of the folder, or generated events; each repeat has a seed and a process of its own. Returns how many schedules were faulty. */
export async function instancesRow(options: BenchOptions): Promise<number> {
  heading("instances", options.instances ? "published form, from a folder" : "GENERATED events of the published form", target);
  const instances = options.instances ? await instanceFiles(options.instances) : generatedInstances(options.seed);
  const rows = [columns];
  const notes: string[] = [];
  let faulty = 0;
  for (const instance of instances) {
    const runs = await repeated(instance, options);
    const faults = runs.flatMap((run) => faultsOf(instance, run));
    faulty += faults.length;
    rows.push(rowOf(instance, runs, faults));
    notes.push(...notesOn(instance, runs, faults));
    console.error(`  ${rows.at(-1)!.join("  ")}`);
  }
  table(rows);
  for (const note of notes) console.log(`  ${note}`);
  return faulty;
}

async function repeated(instance: NamedInstance, options: BenchOptions): Promise<InstanceRun[]> {
  const runs: InstanceRun[] = [];
  for (let repeat = 0; repeat < options.repeats; repeat++) {
    const request: InstanceRequest = { text: instance.text, seed: options.seed + repeat, limitSeconds: options.limitSeconds };
    runs.push(await runAlone<InstanceRun>(new URL("../instances/instance-process.ts", import.meta.url), request));
  }
  return runs;
}

function faultsOf(instance: NamedInstance, run: InstanceRun): string[] {
  if (run.slotOf === null) return run.status === "infeasible" && run.conflict.length === 0 ? ["infeasible without a reason"] : [];
  const { faults, breaks } = verifyInstance(instance.text, run.slotOf);
  if (breaks !== run.value) faults.push(`${breaks} breaks counted, ${run.value} reported`);
  if (run.bound !== null && run.bound > breaks) faults.push(`the bound ${run.bound} lies above the value ${breaks}`);
  if (run.status === "optimal" && run.bound !== breaks) faults.push(`called optimal at ${breaks} with a bound of ${run.bound}`);
  return faults;
}

function rowOf({ name }: NamedInstance, runs: InstanceRun[], faults: string[]): string[] {
  const distinct = (values: (string | number | null)[]) => [...new Set(values.map((value) => value ?? "-"))].join("/");
  const isSettled = runs.every(({ status }) => status === "optimal" || status === "infeasible");
  const seconds = (of: "toValue" | "toEnd") =>
    `${spread(runs.map((run) => run[of].wall))} (${spread(runs.map((run) => run[of].cpu)).split(" ")[0]})`;
  return [
    name,
    distinct(runs.map(({ status }) => status)),
    distinct(runs.map(({ value }) => value)),
    distinct(runs.map(({ bound }) => bound)),
    runs.some(({ value }) => value !== null) ? seconds("toValue") : "-",
    isSettled ? seconds("toEnd") : `none in all runs: ${seconds("toEnd")}`,
    Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0),
    faults.length > 0 ? "FAULTY" : runs.every(({ slotOf }) => slotOf === null) ? "-" : "ok",
  ];
}

function notesOn({ name }: NamedInstance, runs: InstanceRun[], faults: string[]): string[] {
  const conflict = runs.find((run) => run.conflict.length > 0)?.conflict ?? [];
  const shown = conflict.slice(0, 12).join("; ") + (conflict.length > 12 ? `; and ${conflict.length - 12} more` : "");
  return [
    ...(conflict.length > 0 ? [`${name}: ${conflict.length} rules that cannot all hold: ${shown}`] : []),
    ...faults.slice(0, 5).map((fault) => `${name}: FAULT: ${fault}`),
  ];
}
