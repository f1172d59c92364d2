import { createSession } from "@rialto/client/session";
import { browserSessionStorage } from "@rialto/client/session-storage";
import { currentLanguage } from "../language/current-language.ts";
import { createSignal } from "../shared/signal.ts";

/** The account that is signed in at this browser; `undefined`: nobody. */
export const account = createSignal<string | undefined>(undefined);

/** The one session of this browser, shared by its tabs. */
export const session = createSession({
  baseUrl: window.location.origin,
  storage: browserSessionStorage(window),
  language: currentLanguage,
  onChange: account.set,
});

account.set(session.accountId());

// Another tab signed in or out.
window.addEventListener("storage", ({ key }) => {
  if (key === null || key === "rialto.session") account.set(session.accountId());
});
