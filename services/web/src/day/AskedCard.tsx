import { Button } from "@mantine/core";
import { acceptMeeting, declineMeeting, requestMeeting } from "@rialto/contracts/matchmaking/operations";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { TimeLeft } from "../shared/Countdown.tsx";
import { Card } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import { useSecondThought } from "../shared/use-second-thought.ts";
import { Colleague } from "./Colleague.tsx";
import { Conflict, conflictOf } from "./Conflict.tsx";
import { type Meeting, otherSide } from "./meetings.ts";
import { OtherSide } from "./OtherSide.tsx";

/** Accepting; and where the slot is lost, proposing another one in one tap: no to this request, and a new one for that time. */
function useAnswer(meeting: Meeting, representativeId: string | undefined) {
  const { fairId, organizationId } = usePlace();
  const params = { fairId, meetingId: meeting.meetingId };
  const touches = ["meeting", "recommendations"] as const;
  const accept = useCommand(acceptMeeting, { touches, onProblem: (error) => conflictOf(error) !== undefined });
  const decline = useCommand(declineMeeting, { touches });
  const ask = useCommand(requestMeeting, { touches });
  const acceptIn = (slotId: string) =>
    accept.mutate({ params, body: { slotId, ...(representativeId === undefined ? {} : { representativeId }) } });
  async function proposeInstead({ slotId }: TimeSlot) {
    await decline.mutateAsync({ params, body: {} });
    const acting = organizationId === undefined ? {} : { actingOrganizationId: organizationId };
    const recipientOrganizationId = otherSide(meeting).organizationId;
    await ask.mutateAsync({ params: { fairId }, body: { ...acting, recipientOrganizationId, proposedSlotIds: [slotId] } });
  }
  const take = (slot: TimeSlot) =>
    meeting.proposedSlotIds.includes(slot.slotId) ? acceptIn(slot.slotId) : void proposeInstead(slot).catch(() => undefined);
  return { accept, decline, acceptIn, take, params, isBusy: accept.isPending || decline.isPending || ask.isPending };
}

/** Declined a moment ago: the other side hears of it when there was time to take it back. */
function Declining({ meeting, isSent, undo }: { meeting: Meeting; isSent: boolean; undo: () => void }) {
  const { t } = useTranslation();
  return (
    <Card as="li">
      <div className={`${shared.row} ${shared.spreadRow}`} role="status">
        <span className={shared.grow}>
          {t("day.declining")} <Name of={otherSide(meeting).name} className={shared.strong} />
        </span>
        <Button size="sm" variant="light" disabled={isSent} onClick={undo}>
          {t("state.undo")}
        </Button>
      </div>
    </Card>
  );
}

/** A request that waits for this side's answer. */
export function AskedCard({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { fair, format, representativeId } = usePlace();
  const [who, meetWith] = useState(representativeId);
  const { accept, decline, acceptIn, take, params, isBusy } = useAnswer(meeting, who);
  const thought = useSecondThought(() => decline.mutateAsync({ params, body: {} }));
  const conflict = conflictOf(accept.error);
  // What was lost, and what the alternatives say already.
  const said = new Set([conflict?.conflict.slotId, ...(conflict?.alternatives ?? []).map(({ slotId }) => slotId)]);
  const proposed = meeting.proposedSlotIds.flatMap((slotId) => fair.slots.find((slot) => slot.slotId === slotId) ?? []);
  if (thought.isDone) return <Declining meeting={meeting} isSent={thought.isSent} undo={thought.undo} />;
  return (
    <Card as="li" tone="warn">
      <OtherSide side={otherSide(meeting)}>
        <Pill tone="warn" icon="hourglass">
          <TimeLeft until={meeting.expiresAt} />
        </Pill>
      </OtherSide>
      {meeting.message !== undefined && (
        <p>
          <Verbatim>{meeting.message}</Verbatim>
        </p>
      )}
      <Colleague chosen={who} choose={meetWith} />
      {conflict !== undefined && (
        <Conflict
          conflict={conflict}
          isBusy={isBusy}
          label={({ slotId }, time) =>
            t(meeting.proposedSlotIds.includes(slotId) ? "day.acceptAt" : "day.proposeInstead", { time })
          }
          take={take}
        />
      )}
      <div className={shared.actions}>
        {proposed
          .filter(({ slotId }) => !said.has(slotId))
          .map(({ slotId, startsAt }) => (
            <Button key={slotId} size="sm" disabled={isBusy} onClick={() => acceptIn(slotId)}>
              {t("day.acceptAt", { time: format.when(startsAt) })}
            </Button>
          ))}
        <Button size="sm" variant="default" disabled={isBusy} onClick={thought.begin}>
          {t("day.decline")}
        </Button>
      </div>
    </Card>
  );
}
