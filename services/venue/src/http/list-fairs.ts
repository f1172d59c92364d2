import { venueOperations } from "@rialto/contracts/venue/operations";
import { pageFrom } from "@rialto/service-kit/page-cursor";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";

export const listFairsRoute = ({ fairs }: VenueDeps) =>
  route(venueOperations.listFairs, async ({ query }) =>
    pageFrom(
      await fairs.list(query),
      query.limit,
      ({ _id, state: { name, place, timeZone, startsAt, endsAt } }) => ({
        fairId: _id,
        name,
        place,
        timeZone,
        firstSlotStartsAt: startsAt,
        lastSlotEndsAt: endsAt,
      }),
      ({ _id, state }) => [state.startsAt, _id],
    ),
  );
