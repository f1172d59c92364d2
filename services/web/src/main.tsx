import "./no-eval.ts";
import "./app/styles.ts";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { fetchAhead } from "./app/pieces.ts";
import { startLanguage } from "./language/i18n.ts";

fetchAhead(window.location.pathname);
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
