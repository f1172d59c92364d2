import { Button } from "@mantine/core";
import { cancelMeeting, freeSlots, rescheduleMeeting } from "@rialto/contracts/matchmaking/operations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { sendCheckIn, waiting } from "../check-in/queue.ts";
import { useCommand } from "../data/use-command.ts";
import { useOperation } from "../data/use-operation.ts";
import { SlotPicker } from "../find/SlotPicker.tsx";
import { Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { useSignal } from "../shared/signal.ts";
import { useNow } from "../shared/use-now.ts";
import { Colleague } from "./Colleague.tsx";
import { Confirm } from "./Confirm.tsx";
import { Conflict, conflictOf } from "./Conflict.tsx";
import { MeetingPill } from "./MeetingPill.tsx";
import { type Meeting, otherSide, ownSide } from "./meetings.ts";
import { OtherSide } from "./OtherSide.tsx";

const touches = ["meeting"] as const;
const MINUTE_MS = 60_000;

/** Another time, a colleague who meets in one's place, or both. */
function Move({ meeting, done }: { meeting: Meeting; done: () => void }) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const [chosen, choose] = useState<readonly string[]>([]);
  const whoNow = ownSide(meeting).person?.representativeId;
  const [who, meetWith] = useState(whoNow);
  const isHandedOver = who !== whoNow;
  const free = useOperation(
    freeSlots,
    { params: { fairId, organizationId: otherSide(meeting).organizationId }, query: {} },
    { follows: touches },
  );
  const move = useCommand(rescheduleMeeting, { touches, onDone: done, onProblem: (error) => conflictOf(error) !== undefined });
  const moveTo = (slotId: string) =>
    move.mutate({
      params: { fairId, meetingId: meeting.meetingId },
      body: { slotId, ...(isHandedOver && who !== undefined ? { representativeId: who } : {}) },
    });
  const conflict = conflictOf(move.error);
  const to = free.data?.slots.find(({ slotId }) => slotId === chosen[0]);
  const slotId = to?.slotId ?? (isHandedOver ? meeting.slot?.slotId : undefined);
  const label =
    to === undefined ? t(isHandedOver ? "day.handOver" : "day.move") : t("day.moveTo", { time: format.when(to.startsAt) });
  return (
    <Loaded of={free} rows={1}>
      {({ slots }) => (
        <div className={shared.field}>
          {conflict !== undefined && (
            <Conflict
              conflict={conflict}
              isBusy={move.isPending}
              label={(_, time) => t("day.moveTo", { time })}
              take={({ slotId }) => moveTo(slotId)}
            />
          )}
          <Colleague chosen={who} choose={meetWith} />
          {slots.length === 0 && <p className={shared.muted}>{t("conflict.nothing")}</p>}
          <SlotPicker slots={slots} chosen={chosen} most={1} choose={choose} />
          <div className={`${shared.actions} ${shared.staying}`}>
            <Button
              size="sm"
              disabled={slotId === undefined}
              loading={move.isPending}
              onClick={() => slotId !== undefined && moveTo(slotId)}
            >
              {label}
            </Button>
            <Button size="sm" variant="default" onClick={done}>
              {t("state.back")}
            </Button>
          </div>
        </div>
      )}
    </Loaded>
  );
}

/** Whether this side can say that it is there: the service decides, this only spares a needless tap. */
function useCheckInWindow({ slot }: Meeting): boolean {
  const { fair } = usePlace();
  const now = useNow(15_000);
  if (slot === undefined) return false;
  return Date.parse(slot.startsAt) - fair.rules.checkInOpensMinutes * MINUTE_MS <= now && now < Date.parse(slot.endsAt);
}

function Actions({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const [mode, setMode] = useState<"ready" | "moving" | "cancelling">("ready");
  const cancel = useCommand(cancelMeeting, { touches });
  const isOpen = useCheckInWindow(meeting);
  const isHere = meeting.yourSide !== undefined && meeting.checkedIn.includes(meeting.yourSide);
  const isQueued = useSignal(waiting).some((entry) => entry.meetingId === meeting.meetingId && entry.refusal === undefined);
  const params = { fairId, meetingId: meeting.meetingId };
  if (mode === "moving") return <Move meeting={meeting} done={() => setMode("ready")} />;
  if (mode === "cancelling")
    return (
      <Confirm
        question={t("day.cancelQuestion")}
        yes={t("day.cancelYes")}
        isBusy={cancel.isPending}
        no={() => setMode("ready")}
        confirm={(reason) => cancel.mutate({ params, body: reason === "" ? {} : { reason } })}
      />
    );
  return (
    <div className={shared.actions}>
      {isOpen && !isHere && !isQueued && (
        <Button size="sm" onClick={() => sendCheckIn(fairId, meeting.meetingId)}>
          {t("checkIn.here")}
        </Button>
      )}
      {isQueued && !isHere && (
        <Pill tone="warn" icon="hourglass">
          {t("checkIn.noted")}
        </Pill>
      )}
      {isHere && (
        <Pill tone="good" icon="check">
          {t("checkIn.youAreHere")}
        </Pill>
      )}
      {!isHere && (
        <>
          <Button
            size="sm"
            variant="default"
            component={Link}
            to={`/check-in/${meeting.meetingId}`}
            leftSection={<Icon name="qr" size={18} />}
          >
            {t("checkIn.ticket")}
          </Button>
          <Button size="sm" variant="default" onClick={() => setMode("moving")}>
            {t("day.move")}
          </Button>
          <Button size="sm" variant="subtle" color="red" onClick={() => setMode("cancelling")}>
            {t("day.cancel")}
          </Button>
        </>
      )}
    </div>
  );
}

/** A meeting with its time and place, and what can be done about it. */
export function MeetingCard({ meeting, readOnly = false }: { meeting: Meeting; readOnly?: boolean }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const { slot, place, status } = meeting;
  return (
    <Card as="li">
      <OtherSide side={otherSide(meeting)}>
        <MeetingPill status={status} />
      </OtherSide>
      <div className={shared.facts}>
        {slot !== undefined && (
          <span>
            <Icon name="clock" size={16} /> {format.time(slot.startsAt)} – {format.time(slot.endsAt)}
          </span>
        )}
        {place !== undefined && (
          <span>
            <Icon name="pin" size={16} />
            {t("meeting.booth")} <Verbatim>{place.code}</Verbatim>
          </span>
        )}
      </div>
      {status === "scheduled" && !readOnly && <Actions meeting={meeting} />}
    </Card>
  );
}
