import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import type { HelmetOptions } from "helmet";

/** What pages may do: load from this origin, talk to it, and nothing else. */
export const pageHeaders: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"], // inline style attributes are how component libraries place things
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      mediaSrc: ["'self'", "blob:"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: false,
};

const A_YEAR_SECONDS = 31_536_000;

/**
 * The web application from one folder: files with a hash in their name are kept by browsers for ever, `index.html` answers
 * every other page address. `/api`, `/live` and the operators' pages are left to others.
 */
export function pages(folder: string): RequestHandler {
  const router = Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: A_YEAR_SECONDS * 1_000, fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, setHeaders: (res) => res.setHeader("cache-control", "no-cache") }));
  const index = join(folder, "index.html");
  router.get(/^\/(?!api\/|live|healthz|readyz|metrics|internal)/, (req, res, next) => {
    if (!req.accepts("html") || !existsSync(index)) return next();
    res.setHeader("cache-control", "no-cache");
    res.sendFile(index);
  });
  return router;
}
