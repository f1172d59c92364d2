import { runOnProjectNode } from "./project.mjs";

runOnProjectNode("test.ts");
