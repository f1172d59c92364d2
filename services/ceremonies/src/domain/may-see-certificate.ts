import type { IssuedCertificate } from "./certificate.ts";
import type { ActingParty } from "./party-access.ts";
import { refuse } from "./refuse.ts";

/** CERTIFICATE_NOT_FOUND: parties see theirs, hosts and organizers all of their fair. */
export function ownCertificate(
  { fairId, organizationIds }: ActingParty,
  host: boolean,
  certificate: IssuedCertificate | undefined,
): IssuedCertificate {
  const own = certificate?.partyOrganizationIds.some((id) => organizationIds.includes(id));
  if (certificate?.fairId !== fairId || !(host || own)) throw refuse("CERTIFICATE_NOT_FOUND");
  return certificate;
}
