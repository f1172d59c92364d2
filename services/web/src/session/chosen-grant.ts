import type { FairRole } from "@rialto/contracts/kernel/values";

interface Chosen {
  readonly fairId: string;
  readonly role: FairRole;
}

const KEY = "rialto.fair";
const before: readonly FairRole[] = ["organizer", "zoneManager", "ceremonyHost", "exhibitor", "buyer", "partner"];

/** The grant that the screens act with: of the fair chosen here, or else the newest; the widest role first. */
export function chosenGrant<Grant extends Chosen>(grants: readonly Grant[], kept = localStorage.getItem(KEY)): Grant | undefined {
  const newest = grants.at(-1)?.fairId;
  const fairId = grants.some((grant) => grant.fairId === kept) ? kept : newest;
  const here = grants.filter((grant) => grant.fairId === fairId);
  return here.sort((one, other) => before.indexOf(one.role) - before.indexOf(other.role))[0];
}
