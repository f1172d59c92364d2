import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type RequestHandler, Router } from "express";

/** `/demo.json` from the file that the seed writes, as soon as it is there; before, the pages' own one, which names nobody. */
export function demoGuide(file: string): RequestHandler {
  const path = resolve(file);
  const router = Router();
  router.get("/demo.json", (_req, res, next) => {
    if (!existsSync(path)) return next();
    res.setHeader("cache-control", "no-cache");
    res.type("json").sendFile(path, { dotfiles: "allow" });
  });
  return router;
}
