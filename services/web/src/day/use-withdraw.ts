import { withdrawMeeting } from "@rialto/contracts/matchmaking/operations";
import { useCommand } from "../data/use-command.ts";
import { takeUndoAway } from "../shared/use-undo.tsx";

/** Takes a request back, wherever it is shown; the way back that stood on the screen is gone with it. */
export const useWithdraw = () =>
  useCommand(withdrawMeeting, {
    touches: ["meeting", "recommendations"],
    onDone: ({ meetingId }) => takeUndoAway(meetingId),
  });
