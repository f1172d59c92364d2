import { DEMO_PASSWORD } from "./people.ts";
import { staff } from "./steps/invite-staff.ts";
import type { Present } from "./steps/register-organizations.ts";

/** What the launcher prints when the fair is open. */
export interface Guide {
  readonly accounts: readonly { readonly who: string; readonly email: string; readonly password: string }[];
  readonly tryFirst: readonly string[];
}

export function guideTo(gatewayUrl: string, demo: { demoBuyer: Present; demoExhibitor: Present; other: Present }): Guide {
  const account = (who: string, email: string) => ({ who, email, password: DEMO_PASSWORD });
  return {
    accounts: [
      account(`buyer: ${demo.demoBuyer.profile.name.en}`, demo.demoBuyer.email),
      account(`exhibitor: ${demo.demoExhibitor.profile.name.en}`, demo.demoExhibitor.email),
      account(`another exhibitor: ${demo.other.profile.name.en}`, demo.other.email),
      account("organizer", staff.organizer.email),
      account("zone manager", staff.zoneManager.email),
      account("ceremony host", staff.ceremonyHost.email),
    ],
    tryFirst: [
      `The API is at ${gatewayUrl}/api; the README shows the first calls, packages/contracts/specs has all of them.`,
      "As the exhibitor, publish an offer: the buyer's socket hears of the match, with its reasons.",
      "As the buyer, ask for a meeting; as the exhibitor, accept it; both check in.",
      "As the host, open the signing ceremony and take its steps; anyone can verify the certificate by its code.",
    ],
  };
}
