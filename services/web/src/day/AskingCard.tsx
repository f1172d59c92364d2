import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import { TimeLeft } from "../shared/Countdown.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import { type Meeting, otherSide } from "./meetings.ts";
import { OtherSide } from "./OtherSide.tsx";
import { useWithdraw } from "./use-withdraw.ts";

/** A request of one's own: what it waits for, until when, and the way to take it back. */
export function AskingCard({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { fair, fairId, format } = usePlace();
  const withdraw = useWithdraw();
  const times = meeting.proposedSlotIds.flatMap((slotId) => fair.slots.find((slot) => slot.slotId === slotId) ?? []);
  return (
    <Card as="li">
      <OtherSide side={otherSide(meeting)}>
        <Pill tone="warn" icon="hourglass">
          {t("day.waitsForThem")}
        </Pill>
      </OtherSide>
      <div className={shared.facts}>
        <span>
          <Icon name="clock" size={16} />
          {times.map(({ startsAt }) => format.when(startsAt)).join(" · ")}
        </span>
        <span>
          <TimeLeft until={meeting.expiresAt} />
        </span>
      </div>
      <div className={shared.actions}>
        <Button
          size="sm"
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { fairId, meetingId: meeting.meetingId }, body: {} })}
        >
          {t("day.withdraw")}
        </Button>
      </div>
    </Card>
  );
}
