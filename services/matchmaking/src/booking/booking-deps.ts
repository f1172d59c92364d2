import type { Preference } from "@rialto/contracts/matchmaking/events";
import type { Fair } from "../domain/fair.ts";
import type { Organization } from "../domain/organization.ts";
import type { Booth } from "../domain/place.ts";
import type { Meetings } from "../store/meetings.ts";
import type { ReadClaims } from "../store/taken-claims.ts";

/** What booking reads and writes: the store that says no, and the facts that rules are judged by. */
export interface BookingDeps {
  readonly meetings: Pick<Meetings, "load" | "update">;
  readonly readClaims: ReadClaims;
  /** Refuses FAIR_NOT_KNOWN_YET. */
  readonly fair: (fairId: string) => Promise<Fair>;
  readonly organization: (organizationId: string) => Promise<Organization | undefined>;
  /** Where two organizations can meet, in the order of choice. */
  readonly boothsOf: (organizations: readonly (Organization | undefined)[]) => Promise<readonly Booth[]>;
  readonly preferencesBetween: (
    fairId: string,
    own: string,
    other: string,
  ) => Promise<{ readonly own: Preference | undefined; readonly other: Preference | undefined }>;
}
