import { readOptions, usage } from "./options.ts";
import { sentenceOf } from "./problem.ts";
import { runLauncher } from "./run-launcher.ts";
import { localTopology } from "./topology.ts";

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (!options.help) return await runLauncher({ topology: localTopology(process.env), options });
    console.log(usage);
    return 0;
  } catch (error) {
    console.error(sentenceOf(error));
    return 1;
  }
}

process.exit(await main());
