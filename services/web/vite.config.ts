import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const gateway = process.env.GATEWAY_URL ?? "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [
    react(),
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
    rolldownOptions: {
      treeshake: {
        // The contracts declare and do nothing else: what a screen does not name is left out.
        moduleSideEffects: (id: string) => !id.includes("/packages/contracts/") && !id.includes("/node_modules/zod/"),
      },
    },
  },
  server: { proxy: { "/api": gateway, "/live": { target: gateway, ws: true } } },
});
