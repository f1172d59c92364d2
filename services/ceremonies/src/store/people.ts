import { createProjection } from "@rialto/persistence/projection";
import type { Projection } from "@rialto/persistence/projection.types";
import type { Connection } from "mongoose";
import type { HeldMeeting } from "../domain/draft-agreement.ts";
import { heldMeeting, type Met, type Names } from "../domain/people.ts";

export interface People {
  readonly names: Projection<Names>;
  readonly meetings: Projection<Met>;
  /** Who met, by name; undefined when it is not known (yet) that they did. */
  meeting(meetingId: string): Promise<HeldMeeting | undefined>;
}

/** What ceremonies know of others: names, and who has met whom. */
export function createPeople(connection: Connection): People {
  const names = createProjection<Names>(connection, { name: "names" });
  const meetings = createProjection<Met>(connection, { name: "heldMeetings" });
  return {
    names,
    meetings,
    async meeting(meetingId) {
      const met = await meetings.get(meetingId);
      const rows = await names.find({ _id: { $in: met?.sides.map(({ organizationId }) => organizationId) ?? [] } });
      return heldMeeting(met, new Map(rows.map(({ id, row }) => [id, row])));
    },
  };
}
