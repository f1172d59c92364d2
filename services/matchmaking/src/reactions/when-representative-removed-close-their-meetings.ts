import { representativeRemoved } from "@rialto/contracts/registry/events";
import { react } from "@rialto/messaging/bus";
import { causedBy } from "@rialto/service-kit/cause";
import { closeMeetings } from "../booking/close-meetings.ts";
import type { MatchmakingDeps } from "../deps.ts";
import { represents } from "../domain/organization.ts";
import { noted, noteOrganization } from "./note-organization.ts";

/** When a person no longer acts for an organization, their meetings to come and open requests end. */
export const whenRepresentativeRemovedCloseTheirMeetings = (deps: MatchmakingDeps) =>
  react(representativeRemoved, noteOrganization, async (news) => {
    const { representativeId } = news.data;
    const organization = await noted(deps.organizations, news);
    // Added again since: a late repeat must not touch what was arranged after that.
    if (represents(organization, representativeId)) return;
    await closeMeetings(deps, { representativeId }, "representativeRemoved", causedBy(news));
  });
