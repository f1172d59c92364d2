import { boothAssigned } from "@rialto/contracts/venue/events";
import { react } from "@rialto/messaging/bus";
import type { MatchmakingDeps } from "../deps.ts";
import { boothAfter } from "../domain/booth-after.ts";

/** One name for all that feeds the booths: see `note-organization.ts`. */
export const noteBooth = "matchmaking.note-booth";

/** When a booth is assigned, its exhibitor's meetings can take place there. */
export const whenBoothAssignedNoteThePlace = ({ booths }: MatchmakingDeps) =>
  react(boothAssigned, noteBooth, async (news) => void (await booths.apply(news.data.boothId, news, boothAfter)));
