import "./app/styles.ts";
import { createRoot } from "react-dom/client";
import { config } from "zod";
import { App } from "./app/App.tsx";
import { startLanguage } from "./language/i18n.ts";

// Compiled parsers need `new Function`, which the pages' policy forbids.
config({ jitless: true });

await startLanguage();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no root");
createRoot(root).render(<App />);

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  const register = () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  // The page may have been loaded before the language was.
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register);
}
