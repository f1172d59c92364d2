import type { MeetingStatus } from "@rialto/contracts/matchmaking/views";
import { useTranslation } from "react-i18next";
import type { IconName } from "../shared/Icon.tsx";
import { Pill, type Tone } from "../shared/Pill.tsx";

const looks: Record<MeetingStatus, { tone: Tone; icon: IconName }> = {
  pending: { tone: "warn", icon: "hourglass" },
  scheduled: { tone: "accent", icon: "day" },
  declined: { tone: "calm", icon: "cross" },
  withdrawn: { tone: "calm", icon: "cross" },
  expired: { tone: "calm", icon: "clock" },
  held: { tone: "good", icon: "check" },
  missed: { tone: "bad", icon: "warn" },
  cancelled: { tone: "calm", icon: "slash" },
};

export function MeetingPill({ status }: { status: MeetingStatus }) {
  const { t } = useTranslation();
  return (
    <Pill tone={looks[status].tone} icon={looks[status].icon}>
      {t(`meeting.status.${status}`)}
    </Pill>
  );
}
