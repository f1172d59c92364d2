import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { leanContracts } from "./lean-contracts.ts";

const gateway = process.env.GATEWAY_URL ?? "http://127.0.0.1:4000";

const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Packs scripts and styles once, so that the gateway need not do it for each visitor. */
const pack = (): Plugin => ({
  name: "pack",
  apply: "build",
  async writeBundle({ dir = "dist" }) {
    const assets = join(dir, "assets");
    for (const name of (await readdir(assets)).filter((file) => /\.(js|css)$/.test(file))) {
      const file = join(assets, name);
      const text = await readFile(file);
      const [br, gz] = await Promise.all([promisify(brotliCompress)(text, brotli), promisify(gzip)(text, { level: 9 })]);
      await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
    }
  },
});

const oneOf = (...paths: string[]) => new RegExp(paths.join("|"));

/** The libraries under every screen; `no-eval` with them, so that it runs before the first schema is made. */
const base = oneOf(
  "/node_modules/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack|clsx|zod)/",
  "/@mantine/core/esm/(core|components/(ActionIcon|Button|Loader|Skeleton|Transition|UnstyledButton))/",
  "/web/src/no-eval",
);

/** What surrounds every screen of people who are signed in. */
const frame = oneOf(
  "/web/src/(data|live|session|shared)/",
  "/web/src/app/(ConnectionLine|PersonMenu|Shell|Rooms|areas|pieces)",
  "/web/src/language/[^/]+$",
  "/contracts/src/(kernel|gateway)/",
);

export default defineConfig({
  plugins: [
    react(),
    leanContracts(),
    pack(),
    VitePWA({
      // Registered by our own code: the pages' policy forbids inline scripts.
      injectRegister: false,
      registerType: "autoUpdate",
      manifest: {
        name: "Rialto",
        short_name: "Rialto",
        description: "The trade fair in your hand: matches, meetings, booths, ceremonies.",
        start_url: "/",
        display: "standalone",
        background_color: "#f6f7f7",
        theme_color: "#0b4f5c",
        icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg}"],
        navigateFallback: "/index.html",
        // What services answer is never kept here: the pages keep what may be read offline, for one account.
        navigateFallbackDenylist: [/^\/api\//, /^\/live/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    // A data: address in a script or style would be refused by the pages' policy.
    assetsInlineLimit: 0,
    // What is needed for what, for the test of the weight.
    manifest: true,
    rolldownOptions: {
      output: {
        // What every screen needs travels in two files: many small ones pack badly, and each costs a phone a round trip.
        codeSplitting: {
          groups: [
            { name: "base", test: base, priority: 2 },
            { name: "frame", test: frame, priority: 1 },
          ],
        },
      },
      treeshake: {
        // The contracts declare and do nothing else: what a screen does not name is left out.
        propertyReadSideEffects: false,
        moduleSideEffects: (id: string) => !id.includes("/packages/contracts/") && !id.includes("/node_modules/zod/"),
      },
    },
  },
  server: { proxy: { "/api": gateway, "/live": { target: gateway, ws: true } } },
});
