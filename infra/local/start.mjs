import { runOnProjectNode } from "./project.mjs";

runOnProjectNode("main.ts");
