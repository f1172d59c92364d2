import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { waitsForThem } from "../day/meetings.ts";
import { useDay } from "../day/use-day.ts";
import { useWithdraw } from "../day/use-withdraw.ts";
import { Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { TimeLeft } from "../shared/Countdown.tsx";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";

/** What has been asked of a match and waits for whom, or when and where one meets. */
export function MatchMeeting({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const { fair, fairId, format } = usePlace();
  const day = useDay();
  const withdraw = useWithdraw();
  const meeting = day.data?.meetings.find((one) => one.meetingId === meetingId);
  if (meeting === undefined) return null;
  const { slot, place, proposedSlotIds, expiresAt } = meeting;
  if (slot !== undefined)
    return (
      <p className={shared.facts}>
        <span>
          <Icon name="clock" size={16} /> {format.when(slot.startsAt)}
        </span>
        {place !== undefined && (
          <span>
            <Icon name="pin" size={16} /> {t("meeting.booth")} <Verbatim>{place.code}</Verbatim>
          </span>
        )}
        <Link to={`/check-in/${meetingId}`} className={shared.link}>
          {t("checkIn.ticket")}
        </Link>
      </p>
    );
  const times = proposedSlotIds.flatMap((slotId) => fair.slots.find((one) => one.slotId === slotId) ?? []);
  const isMine = waitsForThem(meeting);
  return (
    <div className={shared.spread}>
      <p className={shared.facts}>
        <span className={shared.strong}>{t(isMine ? "day.waitsForThem" : "day.waitsForYou")}</span>
        <span>
          <Icon name="clock" size={16} /> {times.map(({ startsAt }) => format.when(startsAt)).join(" · ")}
        </span>
        <span>
          <TimeLeft until={expiresAt} />
        </span>
      </p>
      {isMine && (
        <Button
          size="sm"
          variant="default"
          flex="none"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { fairId, meetingId }, body: {} })}
        >
          {t("day.withdraw")}
        </Button>
      )}
    </div>
  );
}
