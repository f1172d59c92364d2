import { config } from "zod";

// Compiled parsers need `new Function`, which the pages' policy forbids. Said before the first schema is made.
config({ jitless: true });
