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

const forEver = "public, max-age=31536000, immutable";
const askEachTime = "no-cache";

const keep = (howLong: string) => ({
  setHeaders: (res: { setHeader(name: string, value: string): unknown }) => res.setHeader("cache-control", howLong),
});

/**
 * The web application from one folder: files with a hash in their name are kept by browsers for ever, `index.html` answers
 * every other page address. `/api`, `/live` and the operators' pages are left to others.
 */
export function pages(folder: string): RequestHandler {
  const router = Router();
  const index = join(folder, "index.html");
  router.get(/^\/assets\//, express.static(folder, { ...keep(forEver), index: false, fallthrough: false }));
  router.use(express.static(folder, { ...keep(askEachTime), index: false }));
  router.get(/^\/(?!api\/|live|healthz|readyz|metrics|internal)/, (req, res, next) => {
    if (!req.accepts("html") || !existsSync(index)) return next();
    res.setHeader("cache-control", askEachTime);
    res.sendFile(index);
  });
  return router;
}
