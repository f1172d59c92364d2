import { meetingHeld } from "@rialto/contracts/matchmaking/events";
import { react } from "@rialto/messaging/bus";
import type { CeremoniesDeps } from "../deps.ts";
import { metAt } from "../domain/people.ts";

export const whenMeetingHeldNoteWhoMet = ({ people }: CeremoniesDeps) =>
  react(meetingHeld, "ceremonies.note-held-meeting", async (event) => {
    await people.meetings.apply(event.data.meetingId, event, () => metAt(event));
  });
