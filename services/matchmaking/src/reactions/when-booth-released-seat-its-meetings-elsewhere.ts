import { boothReleased } from "@rialto/contracts/venue/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import { bookElsewhere } from "../booking/book-elsewhere.ts";
import type { MatchmakingDeps } from "../deps.ts";
import { boothAfter } from "../domain/booth-after.ts";
import { meetingsAtBooth } from "../store/meetings-at-booth.ts";
import { noteBooth } from "./when-booth-assigned-note-the-place.ts";

/** When a booth is given up, its meetings to come are seated at the exhibitor's other booth, or cancelled. */
export const whenBoothReleasedSeatItsMeetingsElsewhere = (deps: MatchmakingDeps) =>
  react(boothReleased, noteBooth, async (news) => {
    const { boothId, fairId, was, organizationId } = news.data;
    await deps.booths.apply(boothId, news, boothAfter);
    // Assigned to the same exhibitor again since: a late repeat must not move anybody.
    const isTheirsAgain = (await deps.booths.get(boothId))?.organizationId === organizationId;
    if (was !== "assigned" || isTheirsAgain) return;
    for (const meetingId of await meetingsAtBooth(deps.meetings, fairId, boothId, organizationId)) {
      await bookElsewhere(deps, { meetingId, boothId, now: deps.clock() }, causedBy(news));
    }
  });
