import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { Projection, ProjectionDeclaration } from "@rialto/persistence/projection.types";
import type { Fair } from "../domain/fair.ts";

export type Fairs = Projection<Fair>;

export const fairsDeclaration: ProjectionDeclaration = { name: "fairs" };

/** Refuses FAIR_NOT_KNOWN_YET: it does not exist, or the news of it has not come yet. */
export async function fairOf(fairs: Fairs, fairId: string): Promise<Fair> {
  const fair = await fairs.get(fairId);
  if (fair === undefined) throw refuseMatchmaking("FAIR_NOT_KNOWN_YET");
  return fair;
}
