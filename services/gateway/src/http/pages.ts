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

const types: Record<string, string> = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };
const endings = { br: ".br", gzip: ".gz" } as const;

/** What the build has packed beside a script or a style is sent in place of it, to browsers that can unpack it. */
const packed = (folder: string): RequestHandler => {
  return (req, res, next) => {
    const [, kind = ""] = /^\/assets\/[\w.-]+\.(js|css)$/.exec(req.path) ?? [];
    const type = types[kind];
    if (type === undefined) return next();
    res.vary("accept-encoding");
    const encoding = (["br", "gzip"] as const).find((one) => req.acceptsEncodings(one) === one);
    if (encoding === undefined || !existsSync(join(folder, `${req.path}${endings[encoding]}`))) return next();
    res.setHeader("content-type", type);
    res.setHeader("content-encoding", encoding);
    req.url = `${req.path}${endings[encoding]}`;
    next();
  };
};

/**
 * The web application from one folder: files with a hash in their name are kept by browsers for ever, `index.html` answers
 * every other page address. `/api`, `/live` and the operators' pages are left to others.
 */
export function pages(folder: string): RequestHandler {
  const router = Router();
  const index = join(folder, "index.html");
  router.get(/^\/assets\//, packed(folder), express.static(folder, { ...keep(forEver), index: false, fallthrough: false }));
  router.use(express.static(folder, { ...keep(askEachTime), index: false }));
  router.get(/^\/(?!api\/|live|healthz|readyz|metrics|internal)/, (req, res, next) => {
    if (!req.accepts("html") || !existsSync(index)) return next();
    res.setHeader("cache-control", askEachTime);
    res.sendFile(index);
  });
  return router;
}
