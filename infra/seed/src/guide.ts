import { DEMO_PASSWORD } from "./people.ts";
import { staff } from "./steps/invite-staff.ts";
import type { Present } from "./steps/register-organizations.ts";

/** What the launcher prints when the fair is open. */
export interface Guide {
  readonly accounts: readonly { readonly who: string; readonly email: string; readonly password: string }[];
  readonly tryFirst: readonly string[];
}

/** `met` has talked with the buyer already and will sign with them; `notMet` is the buyer's best match. */
export function guideTo({ demoBuyer, met, notMet }: Record<"demoBuyer" | "met" | "notMet", Present>): Guide {
  const account = (who: string, email: string) => ({ who, email, password: DEMO_PASSWORD });
  const nameOf = ({ profile }: Present) => profile.name.en;
  return {
    accounts: [
      account(`buyer: ${nameOf(demoBuyer)}`, demoBuyer.email),
      account(`exhibitor: ${nameOf(notMet)}`, notMet.email),
      account(`another exhibitor: ${nameOf(met)}`, met.email),
      account("organizer", staff.organizer.email),
      account("zone manager", staff.zoneManager.email),
      account("ceremony host", staff.ceremonyHost.email),
    ],
    tryFirst: [
      `Open two windows, one of them private: the buyer's, and the exhibitor's (${nameOf(notMet)}). The first page has the accounts.`,
      "As the buyer, ask the exhibitor for a meeting under Now; it is at once in the exhibitor's day. Accept it there.",
      "As the exhibitor, add an offer under Company: whom it suits hears of it at once, with the reasons.",
      "As the host, open the signing ceremony and press its one big button, with /stage in another window.",
    ],
  };
}
